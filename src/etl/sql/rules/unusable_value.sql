-- Rule `not_a_finite_number`: values that are not finite, or not below 10^15.
-- Threshold: 10^15. Source: what a sum of doubles can hold exactly. Severity: set_aside.
-- Grain: one row with such values.
select
    'not_a_finite_number' as rule,
    'set_aside' as severity,
    series_id,
    source_id,
    source_row,
    local_date,
    local_date as last_date,
    null::integer as first_slot,
    values_refused::bigint as finding_count,
    null::double as found,
    1e15::double as threshold
from meter_day
where values_refused > 0
