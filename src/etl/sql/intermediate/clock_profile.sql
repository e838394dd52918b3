-- The weekday profile of each judged series in the fortnight before and after each transition, by the hour
-- of its own array and as a share of its mean.
-- Grain: one series, transition, side and hour of the array.
-- Export and production follow the sun and not the clock, and are left out.
with weekday as (
    select
        near.source_id,
        near.series_id,
        transition.local_date,
        transition.shift_minutes,
        transition.offset_before_minutes,
        near.local_date > transition.local_date as is_after,
        near.energy,
        near.slots
    from judged_series
    inner join dated_day as near using (source_id, series_id)
    inner join local_calendar as transition
        on near.local_date between transition.local_date - 14 and transition.local_date + 14
    where judged_series.follows_people
        and transition.shift_minutes <> 0
        and near.shift_minutes = 0
        and isodow(near.local_date) <= 5
        and near.resolution_minutes <= 60
        and near.slots * near.resolution_minutes = 1440
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
