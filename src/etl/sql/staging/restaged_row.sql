-- The rows that are open already, back in the form of staged_row: adding a file or changing how
-- duplicates are settled starts from here, without reading any file again.
-- Grain: one source row.
select
    source_id,
    source_row,
    series_id,
    local_date,
    resolution_minutes,
    resolution_inferred,
    energy,
    slots,
    lowest,
    highest,
    values_refused,
    is_whole,
    case when row_status in ('repeated_identical', 'repeated_conflicting', 'off_grid') then row_status end
        as set_aside_as
from meter_day
