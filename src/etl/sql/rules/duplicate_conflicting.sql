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
    total as found,
    null::double as threshold
from stored_day
where repeated_as = 'duplicate_conflicting'
