-- Rows that no rule can judge, by what they lack: `null_key`, `date_out_of_range`, `empty_array`,
-- `unreadable_resolution`.
-- Threshold: any. Source: the input contract. Severity: set_aside.
-- Grain: one row.
select
    row_status as rule,
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
from meter_day
where row_status not in ('kept', 'duplicate_identical', 'duplicate_conflicting')
