-- The weekday profile of each judged series in the fortnight before and after each transition, by the hour
-- of its own array and as a share of its mean.
-- Grain: one series, transition, side and hour of the array.
-- Export and production follow the sun and not the clock, and are left out.
with weekday as (
    select
        near.source_id,
        near.series_id,
        near.transition_date as local_date,
        near.transition_shift_minutes as shift_minutes,
        near.transition_offset_before_minutes as offset_before_minutes,
        near.local_date > near.transition_date as is_after,
        near.energy,
        near.slots
    from near_day as near
    where near.follows_people and isodow(near.local_date) <= 5 and near.resolution_minutes <= 60
),

hourly as (
    select
        weekday.* exclude (energy, slots),
        unnest(range(0, 24))::integer as array_hour,
        unnest(
            list_transform(
                range(0, 24),
                lambda hour: list_avg(
                    list_slice(energy, hour * slots // 24 + 1, (hour + 1) * slots // 24)
                )
            )
        ) as energy
    from weekday
),

profile as (
    select
        source_id,
        series_id,
        local_date,
        shift_minutes,
        offset_before_minutes,
        is_after,
        array_hour,
        avg(energy) as energy
    from hourly
    group by all
)

select
    profile.* exclude (energy),
    round(
        energy / nullif(avg(energy) over (partition by source_id, series_id, local_date, is_after), 0),
        9
    ) as relative_energy
from profile
