-- The real intervals of every transition date, for each resolution in use.
-- Grain: one interval of one local date and resolution.
-- Where the day's true length is a whole number of intervals they are cut in elapsed time; else
-- (Lord Howe's half hour at 60 minutes) on the local clock, so that one interval is shorter.
-- wall_clock_slot is the slot whose local time the interval carries; part_index counts the intervals
-- that share one, in order of time.
with day_grid as (
    select
        calendar.*,
        used.resolution_minutes
    from local_calendar as calendar
    cross join (select distinct resolution_minutes from meter_day where resolution_minutes <= 1440) as used
    where calendar.shift_minutes <> 0
),

stretch as (
    select
        day_grid.*,
        0 as elapsed_from,
        coalesce(transition_elapsed_minutes, day_minutes) as elapsed_to,
        start_local_minute as local_from
    from day_grid
    where resolution_minutes < 1440 and day_minutes % resolution_minutes <> 0
    union all
    select
        day_grid.*,
        transition_elapsed_minutes as elapsed_from,
        day_minutes as elapsed_to,
        transition_elapsed_minutes + shift_minutes as local_from
    from day_grid
    where resolution_minutes < 1440
        and day_minutes % resolution_minutes <> 0
        and transition_elapsed_minutes is not null
),

piece as (
    select
        local_date,
        resolution_minutes,
        unnest(range(0, day_minutes, resolution_minutes))::integer as elapsed_minutes,
        resolution_minutes as interval_minutes
    from day_grid
    where resolution_minutes < 1440 and day_minutes % resolution_minutes = 0
    union all
    select
        local_date,
        resolution_minutes,
        0 as elapsed_minutes,
        day_minutes as interval_minutes
    from day_grid
    where resolution_minutes = 1440 and day_minutes > 0
    union all
    select
        local_date,
        resolution_minutes,
        (elapsed_from + greatest(cell * resolution_minutes, local_from) - local_from)::integer as elapsed_minutes,
        (
            least((cell + 1) * resolution_minutes, local_from + elapsed_to - elapsed_from)
            - greatest(cell * resolution_minutes, local_from)
        )::integer as interval_minutes
    from (
        select
            stretch.*,
            unnest(
                range(
                    floor(local_from / resolution_minutes)::bigint,
                    ceil((local_from + elapsed_to - elapsed_from) / resolution_minutes)::bigint
                )
            ) as cell
        from stretch
    ) as cut
),

labelled as (
    select
        piece.*,
        calendar.start_utc + to_minutes(piece.elapsed_minutes) as start_utc,
        case
            when piece.elapsed_minutes < calendar.transition_elapsed_minutes then calendar.offset_before_minutes
            else calendar.offset_after_minutes
        end as utc_offset_minutes,
        case
            when calendar.transition_elapsed_minutes is null
                then calendar.start_local_minute + piece.elapsed_minutes
            when piece.elapsed_minutes < calendar.transition_elapsed_minutes then piece.elapsed_minutes
            else piece.elapsed_minutes + calendar.shift_minutes
        end as local_minute
    from piece
    inner join local_calendar as calendar using (local_date)
),

slotted as (
    select
        labelled.*,
        case
            when local_minute >= 0 and local_minute < 1440 then floor(local_minute / resolution_minutes)
        end::integer as wall_clock_slot
    from labelled
)

select
    local_date,
    resolution_minutes,
    start_utc,
    utc_offset_minutes::smallint as utc_offset_minutes,
    interval_minutes,
    wall_clock_slot,
    row_number() over (
        partition by local_date, resolution_minutes, wall_clock_slot
        order by elapsed_minutes
    )::integer as part_index
from slotted
