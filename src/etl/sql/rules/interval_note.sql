-- Intervals that are missing, share a value or are flagged by their file, by the quality rule that says why.
-- Threshold: any. Source: the array, the calendar, the convention and the file's own flags. Severity: finding.
-- Grain: one rule of one series and local date. `first_slot` is the first place in the array, where there is one.
select
    coalesce(quality_rule, quality) as rule,
    if(quality_rule = 'register_edge', 'set_aside', 'finding') as severity,
    series_id,
    source_id,
    source_row,
    local_date,
    local_date as last_date,
    min(slot)::integer as first_slot,
    count(*)::bigint as finding_count,
    null::double as found,
    null::double as threshold
from judged_interval
where quality not in ('measured', 'suspect')
    or quality_rule = 'register_roll_over'
    or starts_with(quality_rule, 'source_')
group by all
union all
select
    'null_in_source' as rule,
    'finding' as severity,
    series_id,
    source_id,
    if(place >= turn_slot, next_source_row, source_row) as source_row,
    local_date,
    local_date as last_date,
    if(place >= turn_slot, place - turn_slot, place + first_slot) as first_slot,
    finding_count,
    null::double as found,
    null::double as threshold
from (
    select
        ordinary_day.*,
        (list_position(list_transform(energy, lambda value: value is null), true) - 1)::integer as place,
        (intervals - value_count)::bigint as finding_count
    from ordinary_day
    where value_count < intervals
) as day
