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
        (generate_subscripts(day.energy, 1) - 1)::integer as slot,
        if(day.layout = 'whole_day', 'wall_clock', day.layout) as layout
    from touched_day as day
    inner join local_calendar as calendar using (local_date)
    where day.layout in ('wall_clock', 'end_label', 'elapsed', 'repeat_last')
        or (day.layout = 'whole_day' and calendar.day_minutes = 0)
    union all
    select
        day.series_id,
        day.source_id,
        day.source_row,
        day.local_date,
        day.resolution_minutes,
        unnest(day.energy) as energy,
        (generate_subscripts(day.energy, 1) - 1)::integer as slot,
        day.layout
    from placed_day as day
    where day.layout = 'padded' and list_count(day.energy) > 1440 // day.resolution_minutes
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
        from transition_slot as place
        where place.local_date = skipped.local_date
            and place.resolution_minutes = skipped.resolution_minutes
            and place.layout = skipped.layout
            and place.slot = skipped.slot
    )
    and not (skipped.layout = 'padded' and skipped.slot < 1440 // skipped.resolution_minutes)
