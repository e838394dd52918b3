-- Rule `negative`: a value below 0 where energy flows one way.
-- Threshold: 0. Source: each of the four channels is counted one way; only a series that nets two of them may
-- go below. Severity: suspect.
-- Grain: one series that the rule watches.
select
    series_figure.series_id,
    'negative' as rule,
    setting.threshold as lower_per_minute,
    null::double as upper_per_minute,
    0.01::double as most_share,
    200 as most_values,
    'finding' as beyond
from series_figure
inner join rule_setting as setting on setting.rule = 'negative'
where series_figure.channel in ('consumption', 'production', 'import', 'export')
