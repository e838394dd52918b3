-- What is usual and what is possible for a series: the scale that the rules measure its values on.
-- Grain: one series with a row that counts.
-- kwh_per_unit is the exact worth of the unit; null where the unit is not stated or is no energy.
with figure as (
    select
        series_id,
        min(local_date) as first_date,
        max(local_date) as last_date,
        min(resolution_minutes) as min_resolution_minutes,
        max(resolution_minutes) as max_resolution_minutes,
        sum(value_count)::bigint as value_count,
        sum(total) as total,
        sum(value_count::bigint * resolution_minutes) as minutes,
        min(lowest) as lowest,
        max(highest) as highest,
        quantile_disc(highest / resolution_minutes, [0.5, 0.8])[if(count(highest) >= 10, 2, 1)] as usual_peak_per_minute
    from metered_figure
    group by series_id
),

two_way as (
    select distinct client_id, ext_dev_ref, fuel
    from series_named
    where channel in ('export', 'production')
)

select
    figure.series_id,
    series.fuel,
    series.channel,
    figure.first_date,
    figure.last_date,
    figure.min_resolution_minutes,
    figure.max_resolution_minutes,
    figure.value_count,
    figure.lowest,
    figure.highest,
    figure.usual_peak_per_minute,
    figure.total / nullif(figure.minutes, 0) as mean_per_minute,
    case lower(series.unit) when 'wh' then 0.001 when 'kwh' then 1 when 'mwh' then 1000 when 'gwh' then 1e6 end::double
        as kwh_per_unit,
    two_way.client_id is not null as has_own_production
from figure
inner join series_named as series using (series_id)
left join two_way
    on two_way.client_id = series.client_id
    and two_way.ext_dev_ref = series.ext_dev_ref
    and two_way.fuel = series.fuel
