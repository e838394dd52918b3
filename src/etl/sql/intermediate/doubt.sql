-- Which rules doubt values of which series, and how many.
-- Grain: one rule of one series. A rule that would doubt more than a small part of a series doubts its
-- meaning, its sign, its unit or the limit, and not its readings: then severity is what `beyond` says, `finding`
-- or `silent`, and every reading stays as it is.
with counted as (
    select
        series_limit.series_id,
        series_limit.rule,
        any_value(series_limit.lower_per_minute) as lower_per_minute,
        any_value(series_limit.upper_per_minute) as upper_per_minute,
        any_value(series_limit.most_share) as most_share,
        any_value(series_limit.most_values) as most_values,
        any_value(series_limit.beyond) as beyond,
        min(odd_day.local_date) as first_date,
        max(odd_day.local_date) as last_date,
        sum(
            len(
                list_filter(
                    odd_day.energy,
                    lambda value: value > series_limit.upper_per_minute * odd_day.resolution_minutes
                        or value < series_limit.lower_per_minute * odd_day.resolution_minutes
                )
            )
        )::bigint as value_count
    from odd_day
    inner join series_limit using (series_id)
    where odd_day.highest > series_limit.upper_per_minute * odd_day.resolution_minutes
        or odd_day.lowest < series_limit.lower_per_minute * odd_day.resolution_minutes
    group by series_limit.series_id, series_limit.rule
)

select
    counted.series_id,
    counted.rule,
    if(
        counted.value_count <= greatest(counted.most_values, counted.most_share * series_figure.value_count),
        'suspect',
        counted.beyond
    ) as severity,
    counted.lower_per_minute,
    counted.upper_per_minute,
    counted.value_count,
    counted.first_date,
    counted.last_date
from counted
inner join series_figure using (series_id)
