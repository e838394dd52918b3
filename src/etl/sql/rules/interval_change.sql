-- Rule `interval_change`: a series whose interval gets longer or shorter.
-- Threshold: any change. Source: seen at Enedis. Severity: finding.
-- Grain: one row with another resolution than the one before it.
select
    'interval_change' as rule,
    'finding' as severity,
    day.series_id,
    day.source_id,
    day.source_row,
    day.local_date,
    day.local_date as last_date,
    0 as first_slot,
    1::bigint as finding_count,
    day.resolution_minutes::double as found,
    day.resolution_before::double as threshold
from day_step as day
inner join rule_setting as setting on setting.rule = 'interval_change'
where day.resolution_before <> day.resolution_minutes
