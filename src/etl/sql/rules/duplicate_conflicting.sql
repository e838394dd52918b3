-- Rule `duplicate_conflicting`: a row that contradicts the one that counts for its period.
-- Threshold: any. Source: CalTRACK 2.3.2.1; it may be a second meter. Severity: set_aside.
-- Grain: one row.
select
    'duplicate_conflicting' as rule,
    'set_aside' as severity,
    series_id,
    source_id,
    source_row,
    local_date,
    local_date as last_date,
    null::integer as first_slot,
    1::bigint as finding_count,
    coalesce(list_sum(energy), 0)::double as found,
    null::double as threshold
from meter_day
-- Few rows repeat another one, mostly none: then no array is looked at.
semi join (
    select source_id, source_row from duplicate_row where row_status = 'duplicate_conflicting'
) as repeat using (source_id, source_row)
where row_status = 'duplicate_conflicting'
