-- Everything that was read and is not shown, by reason.
-- Grain: one reason of one series and source file, with the dates it touches.
-- row_count counts rows set aside whole; single values set aside leave their row in place.
with converted as (
    select series_id from series_meaning where numerator is not null
),

touched as (
    select
        source_id,
        series_id,
        local_date,
        resolution_minutes,
        energy,
        layout
    from touched_day
    where layout in ('wrong_length', 'wall_clock', 'end_label', 'elapsed', 'repeat_last', 'whole_day')
),

whole_row as (
    select
        source_id,
        series_id,
        local_date,
        refused_as as reason,
        value_count,
        -- As at intake: no array is gone over again.
        coalesce(exact_total, total::decimal(38, 9)) as energy
    from stored_day
    anti join converted using (series_id)
    where refused_as is not null
    union all
    select
        source_id,
        series_id,
        local_date,
        repeated_as as reason,
        value_count,
        coalesce(exact_total, total::decimal(38, 9)) as energy
    from stored_day
    anti join converted using (series_id)
    where repeated_as is not null
    union all
    select
        source_id,
        series_id,
        local_date,
        row_status as reason,
        list_count(energy) as value_count,
        coalesce(list_sum(energy::decimal(38, 9)[]), 0) as energy
    from metered_day
    semi join converted using (series_id)
    where row_status <> 'kept'
    union all
    select
        source_id,
        series_id,
        local_date,
        'wrong_length' as reason,
        list_count(energy) as value_count,
        coalesce(list_sum(energy::decimal(38, 9)[]), 0) as energy
    from touched
    where layout = 'wrong_length'
),

skipped_slot as (
    select
        day.source_id,
        day.series_id,
        day.local_date,
        unnest(day.energy) as energy,
        generate_subscripts(day.energy, 1) - 1 as slot,
        day.resolution_minutes,
        day.layout
    from touched as day
    where day.layout in ('wall_clock', 'end_label', 'elapsed', 'repeat_last')
    union all
    select
        day.source_id,
        day.series_id,
        day.local_date,
        unnest(list_slice(day.energy, 1440 // day.resolution_minutes + 1, day.slots)) as energy,
        null as slot,
        day.resolution_minutes,
        day.layout
    from placed_day as day
    where day.layout = 'padded'
        and list_count(list_slice(day.energy, 1440 // day.resolution_minutes + 1, day.slots)) > 0
    union all
    select
        day.source_id,
        day.series_id,
        day.local_date,
        unnest(day.energy) as energy,
        0 as slot,
        day.resolution_minutes,
        'wall_clock' as layout
    from touched as day
    inner join local_calendar as calendar using (local_date)
    where day.layout = 'whole_day' and calendar.day_minutes = 0
),

part as (
    select
        source_id,
        series_id,
        local_date,
        reason,
        1 as row_count,
        value_count,
        energy
    from whole_row
    union all
    select
        source_id,
        series_id,
        local_date,
        if(energy = 0, 'zero_in_nonexistent_hour', 'value_in_nonexistent_hour') as reason,
        0 as row_count,
        1 as value_count,
        energy::decimal(38, 9) as energy
    from skipped_slot
    where energy is not null
        and not exists (
            select 1
            from transition_slot as place
            where place.local_date = skipped_slot.local_date
                and place.resolution_minutes = skipped_slot.resolution_minutes
                and place.layout = skipped_slot.layout
                and place.slot = skipped_slot.slot
        )
    union all
    select
        source_id,
        series_id,
        local_date,
        'not_a_finite_number' as reason,
        0 as row_count,
        values_refused as value_count,
        0 as energy
    from meter_day
    where values_refused > 0
),

energy_part as (
    select
        part.* exclude (energy),
        -- The states of a counter are no amounts; what lies between them is counted below.
        if(meaning.is_register, 0, part.energy) as energy
    from part
    left join series_meaning as meaning using (series_id)
    union all
    select
        source_id,
        series_id,
        local_date,
        'register_' || verdict as reason,
        0 as row_count,
        1 as value_count,
        coalesce(energy, 0)::decimal(38, 9) as energy
    from register_state
    where energy is null or not is_shown
)

select
    source_id,
    series_id,
    reason,
    sum(row_count)::bigint as row_count,
    sum(value_count)::bigint as value_count,
    sum(energy)::decimal(38, 9) as energy,
    min(local_date) as first_date,
    max(local_date) as last_date
from energy_part
group by source_id, series_id, reason
