-- The rows that are open already: a file that is added comes on top of them, and none is read again.
-- Grain: one source row, in the columns of staged_row.
select
    source_id,
    source_row,
    series_id,
    local_date,
    resolution_minutes,
    resolution_inferred,
    whole_energy,
    energy,
    slots,
    value_count,
    total,
    exact_total,
    lowest,
    highest,
    values_refused,
    is_whole,
    covers_day,
    may_be_stuck,
    first_value,
    equal_at_start,
    last_value,
    equal_at_end,
    refused_as
from stored_row
