-- The transition days of one series by hour: where each value truly belongs, and where 24 fixed hours a
-- day, counted from the first midnight on, would put it.
-- Grain: one real hour with a slot, or one hour of slots whose time never happened (no timestamp).
with origin as (
    select
        day.local_date as first_date,
        calendar.start_utc as origin_utc
    from placed_day as day
    inner join local_calendar as calendar using (local_date)
    where day.series_id = getvariable('series_id')
        and day.resolution_minutes < 1440
        and day.layout <> 'wrong_length'
    order by day.local_date
    limit 1
),

shifted as (
    select
        placed_day.local_date,
        placed_day.resolution_minutes,
        placed_day.energy,
        unnest(range(0, placed_day.slots))::integer as slot
    from placed_day
    where placed_day.series_id = getvariable('series_id')
        and placed_day.resolution_minutes < 1440
        and placed_day.shift_minutes <> 0
        and placed_day.layout in ('wall_clock', 'elapsed')
),

placed as (
    select
        shifted.local_date,
        shifted.resolution_minutes,
        shifted.slot,
        real.start_utc,
        real.utc_offset_minutes,
        real.energy,
        real.quality
    from shifted
    left join special_interval as real
        on real.series_id = getvariable('series_id')
        and real.local_date = shifted.local_date
        and real.slot = shifted.slot
)

select
    placed.local_date,
    min(placed.start_utc) as timestamp_utc,
    min(placed.start_utc + to_minutes(placed.utc_offset_minutes)) as timestamp_local,
    placed.utc_offset_minutes::integer as utc_offset_minutes,
    origin.origin_utc + to_minutes(
        ((placed.local_date - origin.first_date) * 1440 + min(placed.slot * placed.resolution_minutes))::integer
    ) as naive_utc,
    min(placed.slot * placed.resolution_minutes)::integer as naive_minute,
    sum(placed.energy) as energy,
    bool_or(placed.quality = 'split') as is_split
from placed
cross join origin
group by
    placed.local_date,
    origin.origin_utc,
    origin.first_date,
    placed.utc_offset_minutes,
    date_trunc('hour', placed.start_utc),
    floor(placed.slot * placed.resolution_minutes / 60)
order by placed.local_date, naive_minute, timestamp_utc
