-- Where the figures of one series come from, in a window of local time: from inclusive, to exclusive.
-- Grain: one row. Base load: the first interval whose rate is nearest the 2.5th percentile. Mean day: the
-- complete day nearest the mean of complete days. Night: the night (22:00 to 06:00, named by the date it
-- starts on) and the weekend (named by its Saturday) with the most energy, whole ones only; null where
-- readings are too long to tell.
with interval_of_series as (
    select
        start_utc,
        start_utc + to_minutes(utc_offset_minutes) as start_local,
        utc_offset_minutes,
        interval_minutes,
        energy,
        energy * 60 / interval_minutes as rate
    from reading
    where series_id = getvariable('series_id')
        and start_utc + to_minutes(utc_offset_minutes) >= epoch_ms(getvariable('from_date_ms')::bigint)
        and start_utc + to_minutes(utc_offset_minutes) < epoch_ms(getvariable('to_date_ms')::bigint)
),

low as (
    select quantile_cont(rate, 0.025) as level from interval_of_series
),

base as (
    select
        interval_of_series.start_local,
        interval_of_series.utc_offset_minutes
    from interval_of_series
    cross join low
    where interval_of_series.rate is not null
    order by abs(interval_of_series.rate - low.level), interval_of_series.start_utc
    limit 1
),

complete_day as (
    select
        start_local::date as local_date,
        sum(energy) as energy,
        avg(sum(energy)) over () as mean_energy
    from interval_of_series
    group by 1
    having count(*) = count(energy)
),

typical_day as (
    select
        local_date,
        energy
    from complete_day
    order by abs(energy - mean_energy), local_date
    limit 1
),

night as (
    select
        (start_local - to_hours(6))::date as local_date,
        sum(energy) as energy
    from interval_of_series
    where interval_minutes <= 60 and (hour(start_local) >= 22 or hour(start_local) < 6)
    group by 1
    having count(*) = count(energy) and count(distinct hour(start_local)) = 8
    order by energy desc, local_date
    limit 1
),

weekend as (
    select
        date_trunc('week', start_local)::date + 5 as local_date,
        sum(energy) as energy
    from interval_of_series
    where interval_minutes <= 1440 and isodow(start_local) >= 6
    group by 1
    having count(*) = count(energy) and count(distinct start_local::date) = 2
    order by energy desc, local_date
    limit 1
)

select
    base.start_local as base_load_local,
    base.utc_offset_minutes::integer as base_load_utc_offset_minutes,
    typical_day.local_date as mean_day_date,
    typical_day.energy as mean_day_date_energy,
    night.local_date as night_date,
    night.energy as night_energy,
    weekend.local_date as weekend_date,
    weekend.energy as weekend_energy
from low
left join base on true
left join typical_day on true
left join night on true
left join weekend on true
