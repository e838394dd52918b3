-- Rule `wrong_length`: an array whose length fits neither its day nor its resolution. `found` is the length.
-- Threshold: the day's true length over the resolution. Source: the input contract. Severity: set_aside.
-- Grain: one row.
select
    'wrong_length' as rule,
    'set_aside' as severity,
    series_id,
    source_id,
    source_row,
    local_date,
    local_date as last_date,
    null::integer as first_slot,
    1::bigint as finding_count,
    slots::double as found,
    null::double as threshold
from touched_day
where layout = 'wrong_length'
