-- Rule `over_capacity`: more energy than the connection can carry in the interval.
-- Threshold: the connection's kW, where the person gives it for the series or for all, and the unit is stated.
-- Source: what a fuse can carry is physics; 0 of six real series broke it. Severity: suspect.
-- Grain: one series that the rule watches.
select
    series_figure.series_id,
    'over_capacity' as rule,
    null::double as lower_per_minute,
    coalesce(series.capacity_kw, setting.threshold) / 60 / series_figure.kwh_per_unit as upper_per_minute,
    0.01::double as most_share,
    200 as most_values,
    'finding' as beyond
from series_figure
inner join series_named as series using (series_id)
left join rule_setting as setting on setting.rule = 'over_capacity'
where series_figure.kwh_per_unit is not null and coalesce(series.capacity_kw, setting.threshold) is not null
