-- What the rules need to know of each row that counts, so that none of them looks into ordinary arrays.
-- A view: the figures were taken when the row came in.
-- Grain: one row that counts.
select
    series_id,
    local_date,
    resolution_minutes,
    source_id,
    source_row,
    slots,
    value_count,
    total,
    lowest,
    highest,
    may_be_stuck
from meter_day
where row_status = 'kept'
