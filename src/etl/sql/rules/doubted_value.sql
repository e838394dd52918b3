-- The places of the rules that doubt single values, and, where such a rule would doubt too much of a series,
-- one place for the whole of it.
-- Threshold, source and severity: with each of these rules.
-- Grain: one slot of one row, or one rule of one series.
select
    rule,
    'suspect' as severity,
    series_id,
    source_id,
    source_row,
    local_date,
    local_date as last_date,
    slot as first_slot,
    1::bigint as finding_count,
    energy as found,
    threshold
from doubtful_value
union all
select
    rule,
    severity,
    series_id,
    null as source_id,
    null as source_row,
    first_date as local_date,
    last_date,
    null as first_slot,
    value_count as finding_count,
    value_count::double as found,
    null::double as threshold
from doubt
where severity = 'finding'
