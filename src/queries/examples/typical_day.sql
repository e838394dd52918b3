-- The typical day: mean energy of each local hour, on working days and at weekends.
-- Grain: one local hour of one series, on working days or at weekends.
with hourly as (
    select
        ext_dev_ref,
        channel,
        unit,
        date_trunc('hour', timestamp_utc) as hour_utc,
        min(timestamp_local) as start_local,
        sum(energy) as energy
    from analytical
    group by all
    having count(energy) = count(*)
)

select
    ext_dev_ref,
    channel,
    unit,
    hour(start_local) as local_hour,
    avg(energy) filter (where isodow(start_local) <= 5) as working_day,
    avg(energy) filter (where isodow(start_local) > 5) as weekend
from hourly
group by all
order by all
