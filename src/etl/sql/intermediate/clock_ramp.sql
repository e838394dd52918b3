-- Whether people's day moves against the slots when the clocks change, and which clock the slots follow.
-- Grain: one source file with weekday profiles on both sides of a transition.
-- Behaviour keeps to the local clock. Slots that do too show the same profile before and after; slots of a
-- clock that never changes show it moved by the length of the change. The move that fits best, by the
-- least sum of squares (the vertex of a parabola through −1, 0 and +1 hours), is given as a share of the
-- change: 0 for a local clock, 1 for a fixed one; the median over series and transitions.
-- seen_offset_minutes: the fixed offset at which the profile fits an ordinary weekday best (quiet at 3,
-- up at 7, highest at 19); profile_fit is the correlation there.
with fit as (
    select
        before.source_id,
        before.series_id,
        before.local_date,
        before.shift_minutes,
        lag.hours,
        sum((before.relative_energy - after.relative_energy) ** 2) as squares
    from clock_profile as before
    cross join (select unnest([-1, 0, 1])::integer as hours) as lag
    inner join clock_profile as after
        on after.source_id = before.source_id
        and after.series_id = before.series_id
        and after.local_date = before.local_date
        and after.array_hour = (before.array_hour + lag.hours + 24) % 24
    where not before.is_after and after.is_after
    group by all
    having count(*) = 24
),

vertex as (
    select
        source_id,
        sum(squares) filter (where hours = -1) as earlier,
        sum(squares) filter (where hours = 0) as same,
        sum(squares) filter (where hours = 1) as later,
        any_value(shift_minutes) as shift_minutes
    from fit
    group by source_id, series_id, local_date
),

move as (
    select
        source_id,
        greatest(
            -2,
            least(
                3,
                (earlier - later) / (2 * (earlier - 2 * same + later)) * 60 / -shift_minutes
            )
        ) as share
    from vertex
    where earlier - 2 * same + later > 0
),

moved as (
    select
        source_id,
        count(*) as ramp_tests,
        median(share) as ramp_share,
        stddev_samp(share) as ramp_spread
    from move
    group by source_id
),

usual_day as (
    select
        unnest(range(0, 24))::integer as local_hour,
        unnest(
            [0.7, 0.6, 0.55, 0.52, 0.55, 0.65, 0.95, 1.2, 1.15, 1.0, 0.95, 0.95,
             1.0, 0.98, 0.95, 1.0, 1.1, 1.35, 1.55, 1.6, 1.5, 1.35, 1.1, 0.85]
        ) as usual_energy
),

mean_profile as (
    select
        source_id,
        local_date,
        offset_before_minutes,
        array_hour,
        avg(relative_energy) as relative_energy
    from clock_profile
    where not is_after
    group by all
),

candidate as (
    select
        profile.source_id,
        turn.hours,
        corr(profile.relative_energy, usual_day.usual_energy) as fit
    from mean_profile as profile
    cross join (select unnest(range(0, 24))::integer as hours) as turn
    inner join usual_day
        on usual_day.local_hour
        = (profile.array_hour + turn.hours + 48 + (profile.offset_before_minutes // 60)) % 24
    group by profile.source_id, turn.hours
),

seen as (
    select
        source_id,
        -60 * arg_max(if(hours > 12, hours - 24, hours), fit) as seen_offset_minutes,
        max(fit) as profile_fit
    from candidate
    group by source_id
)

select
    moved.source_id,
    ramp_tests,
    round(ramp_share, 6) as ramp_share,
    round(ramp_spread, 6) as ramp_spread,
    seen_offset_minutes,
    round(profile_fit, 6) as profile_fit
from moved
left join seen using (source_id)
