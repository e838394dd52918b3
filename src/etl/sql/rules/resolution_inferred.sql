-- Rule `resolution_inferred`: a row whose resolution cannot be read and follows from its number of values.
-- Threshold: one answer fits. Source: the input contract. Severity: finding.
-- Grain: one row. `found` is the resolution in minutes.
select
    'resolution_inferred' as rule,
    'finding' as severity,
    series_id,
    source_id,
    source_row,
    local_date,
    local_date as last_date,
    null::integer as first_slot,
    1::bigint as finding_count,
    resolution_minutes::double as found,
    null::double as threshold
from meter_day
where resolution_inferred
