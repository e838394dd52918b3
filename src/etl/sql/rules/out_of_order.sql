-- Rule `out_of_order`: a row that stands in its file after one with a later date.
-- Threshold: any. Source: exports that run backwards or were glued together (E-REDES). Severity: finding.
-- Grain: one row.
select
    'out_of_order' as rule,
    'finding' as severity,
    day.series_id,
    day.source_id,
    day.source_row,
    day.local_date,
    day.local_date as last_date,
    null::integer as first_slot,
    1::bigint as finding_count,
    null::double as found,
    null::double as threshold
from day_step as day
inner join rule_setting as setting on setting.rule = 'out_of_order'
where day.is_out_of_order
