-- Every day of every series with its true intervals, still folded: ordinary days straight from
-- meter_day, all others, and those with a doubted reading, from special_day.
-- Grain: one series and period. `intervals` is null on ordinary days, where slot k starts
-- k × resolution_minutes after start_utc.
select
    series_id,
    local_date,
    resolution_minutes,
    source_id,
    source_row,
    start_utc,
    offset_before_minutes::smallint as utc_offset_minutes,
    energy,
    null as intervals
from ordinary_day
union all
select
    series_id,
    local_date,
    resolution_minutes,
    source_id,
    source_row,
    null as start_utc,
    null as utc_offset_minutes,
    energy,
    intervals
from special_day
