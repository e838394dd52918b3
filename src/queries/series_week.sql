-- The week of one series in a window of local time: from inclusive, to exclusive.
-- Grain: ISO weekday × local hour. The mean is over known readings only; days says on how many dates it
-- rests. Both passes of an hour that happens twice count.
with hourly as (
    select
        start_utc + to_minutes(utc_offset_minutes) as start_local,
        interval_minutes,
        energy
    from reading
    where series_id = getvariable('series_id') and interval_minutes <= 60 and energy is not null
)

select
    isodow(start_local)::integer as iso_weekday,
    hour(start_local)::integer as local_hour,
    sum(energy) * 60 / sum(interval_minutes) as energy_per_hour,
    count(distinct start_local::date)::double as days
from hourly
where start_local >= epoch_ms(getvariable('from_date_ms')::bigint)
    and start_local < epoch_ms(getvariable('to_date_ms')::bigint)
group by all
order by iso_weekday, local_hour
