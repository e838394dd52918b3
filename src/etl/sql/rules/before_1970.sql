-- Rule `before_1970`: a row dated before there were interval meters.
-- Threshold: 1 January 1970, itself the date that an empty field becomes. Source: default dates of databases
-- and spreadsheets (1900, 1970). Severity: finding.
-- Grain: one row.
select
    'before_1970' as rule,
    'finding' as severity,
    day.series_id,
    day.source_id,
    day.source_row,
    day.local_date,
    day.local_date as last_date,
    null::integer as first_slot,
    1::bigint as finding_count,
    year(day.local_date)::double as found,
    1970::double as threshold
from kept_row as day
inner join rule_setting as setting on setting.rule = 'before_1970'
where day.local_date <= date '1970-01-01'
