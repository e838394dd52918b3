-- Which slot of an array holds each real interval of a transition date, by how the array is laid out.
-- Grain: one interval of one local date, resolution and layout.
-- elapsed: slots in time order. wall_clock: the slot of the local time at which the interval starts.
-- end_label: the slot whose end is the local time at which the interval ends, so that an interval that
-- ends as the clocks change lands where the new time says. repeat_last: as wall_clock, the second pass
-- behind the last slot of an ordinary day. slot is null where the layout has none for the interval.
-- share is the interval's part of all minutes that share its slot.
with labelled as (
    select
        local_date,
        resolution_minutes,
        start_utc,
        interval_minutes,
        wall_clock_slot,
        part_index as pass,
        (row_number() over day - 1)::integer as elapsed_slot,
        coalesce(
            date_diff(
                'minute',
                local_date::timestamp,
                lead(start_utc + to_minutes(utc_offset_minutes)) over day
            ),
            1440
        ) as end_local_minute
    from transition_interval
    window day as (partition by local_date, resolution_minutes order by start_utc)
),

placed as (
    select
        labelled.*,
        'elapsed' as layout,
        elapsed_slot as slot
    from labelled
    union all
    select
        labelled.*,
        'wall_clock' as layout,
        wall_clock_slot as slot
    from labelled
    union all
    select
        labelled.*,
        'end_label' as layout,
        greatest(0, ceil(end_local_minute / resolution_minutes) - 1)::integer as slot
    from labelled
    union all
    select
        labelled.*,
        'repeat_last' as layout,
        case
            when wall_clock_slot is null or pass = 1 then wall_clock_slot
            else
                1440 // resolution_minutes
                + row_number() over (partition by local_date, resolution_minutes, pass order by start_utc)
                - 1
        end::integer as slot
    from labelled
)

select
    local_date,
    resolution_minutes,
    layout,
    start_utc,
    interval_minutes,
    slot,
    if(slot is null or resolution_minutes = 1440, 1, count(*) over same_slot)::integer as part_count,
    if(
        slot is null,
        1,
        row_number() over (
            partition by local_date, resolution_minutes, layout, slot
            order by start_utc
        )
    )::integer as part_index,
    if(slot is null, 1, interval_minutes / sum(interval_minutes) over same_slot)::double as share
from placed
window same_slot as (partition by local_date, resolution_minutes, layout, slot)
