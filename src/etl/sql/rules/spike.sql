-- Rule `spike`: a value above ten times the mean of its series, and above three times its usual daily peak.
-- Threshold: 10. Source: ten times the mean flags 0 to 0.06 % of electricity in six real series without known
-- errors, where median + 3 IQR flags 1.6 to 6.2 %. Chargers and heating pass it every day, hence the second
-- half; and what still comes oftener than one value in a thousand is how the meter is. Severity: suspect.
-- Grain: one series that the rule watches.
select
    series_figure.series_id,
    'spike' as rule,
    null::double as lower_per_minute,
    greatest(
        setting.threshold * series_figure.mean_per_minute,
        3 * coalesce(series_figure.usual_peak_per_minute, 0)
    ) as upper_per_minute,
    0.001::double as most_share,
    3 as most_values,
    'silent' as beyond
from series_figure
inner join rule_setting as setting on setting.rule = 'spike'
where series_figure.mean_per_minute > 0
