-- Rule `overlapping_files`: a period that two files have.
-- Threshold: any. Source: corrections and repeated deliveries; which one counts is the duplicates policy.
-- Severity: finding.
-- Grain: one row that does not count because another file has its period. `found` is the file that counts.
select
    'overlapping_files' as rule,
    'finding' as severity,
    other.series_id,
    other.source_id,
    other.source_row,
    other.local_date,
    other.local_date as last_date,
    null::integer as first_slot,
    1::bigint as finding_count,
    day.source_id::double as found,
    null::double as threshold
from (
    select meter_day.*
    from meter_day
    -- Few rows repeat another one, mostly none: then no row is held against the others.
    semi join (
        select source_id, source_row
        from duplicate_row
        where row_status in ('duplicate_identical', 'duplicate_conflicting')
    ) as repeat using (source_id, source_row)
    where row_status in ('duplicate_identical', 'duplicate_conflicting')
) as other
inner join kept_row as day
    on day.series_id = other.series_id
    and day.local_date = other.local_date
    and (day.resolution_minutes = 43200) = (other.resolution_minutes = 43200)
inner join rule_setting as setting on setting.rule = 'overlapping_files'
where other.source_id <> day.source_id
