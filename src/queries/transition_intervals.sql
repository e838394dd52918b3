-- The real intervals of the transition days of one series.
-- Grain: one real interval.
select
    local_date,
    start_utc as timestamp_utc,
    start_utc + to_minutes(utc_offset_minutes) as timestamp_local,
    utc_offset_minutes::integer as utc_offset_minutes,
    interval_minutes,
    energy,
    quality,
    quality_rule,
    slot::integer as source_slot
from special_interval
inner join (select local_date from local_calendar where shift_minutes <> 0) as shifted using (local_date)
where series_id = getvariable('series_id') and resolution_minutes < 1440
order by start_utc
