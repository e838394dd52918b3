-- Rule `absurd_magnitude`: more, either way, than any metered connection carries.
-- Threshold: 1,000,000 kW. Source: the largest single generating units are some 1.6 GW; a connection with
-- an interval meter stays below. A unit that is not stated gets the benefit of the doubt and is taken
-- for watt-hours. Severity: suspect.
-- Grain: one series that the rule watches.
select
    series_figure.series_id,
    'absurd_magnitude' as rule,
    -setting.threshold / 60 / coalesce(series_figure.kwh_per_unit, 0.001) as lower_per_minute,
    setting.threshold / 60 / coalesce(series_figure.kwh_per_unit, 0.001) as upper_per_minute,
    0.01::double as most_share,
    200 as most_values,
    'finding' as beyond
from series_figure
inner join rule_setting as setting on setting.rule = 'absurd_magnitude'
