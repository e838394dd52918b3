-- The figures of one series in a window of local time: from inclusive, to exclusive.
-- Grain: one row. Rates are energy per hour, so that intervals of different lengths compare.
-- Base load is the 2.5th percentile of the rate; load factor is mean rate over peak rate. Night is 22:00 to
-- 06:00, the weekend Saturday and Sunday; both shares are of energy, and null where the readings are longer
-- than an hour or a day.
with interval_of_series as (
    select
        start_utc,
        start_utc + to_minutes(utc_offset_minutes) as start_local,
        utc_offset_minutes,
        interval_minutes,
        energy,
        energy * 60 / interval_minutes as rate,
        quality
    from reading
    where series_id = getvariable('series_id')
        and start_utc + to_minutes(utc_offset_minutes) >= epoch_ms(getvariable('from_date_ms')::bigint)
        and start_utc + to_minutes(utc_offset_minutes) < epoch_ms(getvariable('to_date_ms')::bigint)
),

local_day as (
    select
        start_local::date as local_date,
        sum(energy) as energy,
        count(*) filter (where energy is null) as missing
    from interval_of_series
    group by 1
),

day_figure as (
    select
        count(*) as local_days,
        count(*) filter (where missing = 0) as complete_days,
        avg(energy) filter (where missing = 0) as mean_day_energy
    from local_day
),

peak as (
    select *
    from interval_of_series
    where rate is not null
    order by rate desc, start_utc
    limit 1
),

figure as (
    select
        min(start_utc) as first_utc,
        max(start_utc + to_minutes(interval_minutes)) as last_utc_end,
        min(start_local) as first_local,
        max(start_local) as last_local,
        count(*)::double as intervals,
        count(energy)::double as intervals_with_energy,
        count(*) filter (where quality = 'missing')::double as intervals_missing,
        count(*) filter (where quality = 'split')::double as intervals_split,
        count(*) filter (where quality = 'suspect')::double as intervals_suspect,
        sum(energy) as total_energy,
        case
            when max(interval_minutes) <= 60
                then sum(energy) filter (where hour(start_local) >= 22 or hour(start_local) < 6)
        end as night_energy,
        case
            when max(interval_minutes) <= 1440 then sum(energy) filter (where isodow(start_local) >= 6)
        end as weekend_energy,
        quantile_cont(rate, 0.025) as base_load_per_hour,
        sum(energy) * 60 / sum(interval_minutes) filter (where energy is not null) as mean_per_hour
    from interval_of_series
)

select
    figure.* exclude (night_energy, weekend_energy),
    figure.night_energy / nullif(figure.total_energy, 0) as night_share,
    figure.weekend_energy / nullif(figure.total_energy, 0) as weekend_share,
    day_figure.mean_day_energy,
    day_figure.complete_days::double as complete_days,
    day_figure.local_days::double as local_days,
    peak.rate as peak_per_hour,
    peak.energy as peak_energy,
    peak.interval_minutes as peak_interval_minutes,
    peak.start_local as peak_local,
    peak.start_utc as peak_utc,
    peak.utc_offset_minutes::integer as peak_utc_offset_minutes,
    figure.mean_per_hour / nullif(peak.rate, 0) as load_factor
from figure
cross join day_figure
left join peak on true
