-- The base load of a run of series: the 2.5th percentile of energy per hour, as in `series_overview.sql`.
-- Grain: one series from first_series_id to last_series_id, both included, that has a value.
with known as (
    select
        series_id,
        unnest(energy) * 60 / resolution_minutes as rate
    from folded_day
    where series_id between getvariable('first_series_id') and getvariable('last_series_id')
    union all
    select
        series_id,
        energy * 60 / interval_minutes as rate
    from special_interval
    where series_id between getvariable('first_series_id') and getvariable('last_series_id')
)

select
    series_id,
    quantile_cont(rate, 0.025) as base_load_per_hour
from known
where rate is not null
group by series_id
order by series_id
