-- Rules `value_in_nonexistent_hour` and `zero_in_nonexistent_hour`: a value in a slot that no interval stands for.
-- Threshold: any. Source: the clocks of the zone. Severity: set_aside.
-- Grain: one slot of one row. `found` is the value.
with skipped as (
    select
        day.series_id,
        day.source_id,
        day.source_row,
        day.local_date,
        day.resolution_minutes,
        unnest(day.energy) as energy,
        (generate_subscripts(day.energy, 1) - 1)::integer as slot
    from placed_day as day
    inner join local_calendar as calendar using (local_date)
    where (day.layout = 'wall_clock' and day.shift_minutes > 0)
        or (day.layout = 'whole_day' and calendar.day_minutes = 0)
)

select
    if(skipped.energy = 0, 'zero_in_nonexistent_hour', 'value_in_nonexistent_hour') as rule,
    'set_aside' as severity,
    skipped.series_id,
    skipped.source_id,
    skipped.source_row,
    skipped.local_date,
    skipped.local_date as last_date,
    skipped.slot as first_slot,
    1::bigint as finding_count,
    skipped.energy as found,
    null::double as threshold
from skipped
where skipped.energy is not null
    and not exists (
        select 1
        from transition_interval as interval
        where interval.local_date = skipped.local_date
            and interval.resolution_minutes = skipped.resolution_minutes
            and interval.wall_clock_slot = skipped.slot
    )
