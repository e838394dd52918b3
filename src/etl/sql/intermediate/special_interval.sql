-- The real intervals of every day that is not simply "slot k starts k intervals after midnight", with energy:
-- those of placed_interval, and every interval of a series of counter states, differenced.
-- Grain: one real interval.
select
    series_id,
    local_date,
    resolution_minutes,
    source_id,
    source_row,
    start_utc,
    utc_offset_minutes,
    interval_minutes,
    slot,
    energy,
    quality,
    quality_rule
from placed_interval
where not is_register
union all
select
    series_id,
    local_date,
    resolution_minutes,
    source_id,
    source_row,
    start_utc,
    utc_offset_minutes,
    interval_minutes,
    slot,
    energy,
    quality,
    quality_rule
from register_interval
