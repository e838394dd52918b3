-- The 20 intervals with the most energy per hour, and how good their values are.
-- Grain: one interval of one series.
select
    ext_dev_ref,
    channel,
    timestamp_local,
    utc_offset_minutes,
    energy,
    energy * 60 / interval_minutes as energy_per_hour,
    unit,
    quality
from analytical
where energy is not null
order by energy_per_hour desc, ext_dev_ref, timestamp_utc
limit 20
