-- Rule `overlapping_files`: a period that two files have.
-- Threshold: any. Source: corrections and repeated deliveries; which one counts is the duplicates policy.
-- Severity: finding.
-- Grain: one row that does not count because another file has its period. `found` is the file that counts.
select
    'overlapping_files' as rule,
    'finding' as severity,
    series_id,
    source_id,
    source_row,
    local_date,
    local_date as last_date,
    null::integer as first_slot,
    1::bigint as finding_count,
    kept_source_id::double as found,
    null::double as threshold
from stored_day
inner join duplicate_row using (row_position)
inner join rule_setting as setting on setting.rule = 'overlapping_files'
where kept_source_id <> source_id
