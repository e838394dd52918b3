-- The typical day of one series in a window of local time: from inclusive, to exclusive.
-- Grain: season × weekday or weekend × local hour. Meteorological seasons of the northern hemisphere.
-- The mean is over known readings only; days says on how many dates it rests. Dates in the variable
-- holidays (text: 2022-01-01,2022-12-25) count as weekend days.
with hourly as (
    select
        start_utc + to_minutes(utc_offset_minutes) as start_local,
        interval_minutes,
        energy
    from reading
    where series_id = getvariable('series_id') and interval_minutes <= 60 and energy is not null
)

select
    case
        when month(start_local) in (12, 1, 2) then 'winter'
        when month(start_local) in (3, 4, 5) then 'spring'
        when month(start_local) in (6, 7, 8) then 'summer'
        else 'autumn'
    end as season,
    isodow(start_local) >= 6
    or coalesce(
        list_contains(string_split(getvariable('holidays'), ','), strftime(start_local, '%Y-%m-%d')), false
    ) as is_weekend,
    hour(start_local)::integer as local_hour,
    sum(energy) * 60 / sum(interval_minutes) as energy_per_hour,
    count(distinct start_local::date)::double as days
from hourly
where start_local >= epoch_ms(getvariable('from_date_ms')::bigint)
    and start_local < epoch_ms(getvariable('to_date_ms')::bigint)
group by all
order by season, is_weekend, local_hour
