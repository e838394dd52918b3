-- The readings of one series in a window of local dates: from inclusive, to exclusive.
-- Grain: one real interval.
select
    start_utc as timestamp_utc,
    start_utc + to_minutes(utc_offset_minutes) as timestamp_local,
    utc_offset_minutes::integer as utc_offset_minutes,
    interval_minutes,
    energy,
    quality
from reading
where series_id = getvariable('series_id')
    and start_utc + to_minutes(utc_offset_minutes) >= epoch_ms(getvariable('from_date_ms')::bigint)
    and start_utc + to_minutes(utc_offset_minutes) < epoch_ms(getvariable('to_date_ms')::bigint)
order by start_utc
