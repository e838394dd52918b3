-- The mean load of one meter by hour of the day, over all readings of at most an hour, from the folded arrays.
-- Grain: one fuel × channel × unit and local hour; they are never added to each other. Rates are energy per
-- hour. The mean is over known readings, so that missing ones do not lower it. series_count is how many series
-- it rests on.
with shape as (
    select distinct
        resolution_minutes,
        len(energy) as slots
    from folded_day
    where resolution_minutes <= 60
),

slot as (
    select
        resolution_minutes,
        unnest(range(slots))::integer as slot
    from shape
),

slot_total as (
    select
        day.series_id,
        slot.slot,
        slot.resolution_minutes,
        sum(day.energy[slot.slot + 1]) as energy,
        count(day.energy[slot.slot + 1]) * slot.resolution_minutes as minutes_known
    from folded_day as day
    inner join slot using (resolution_minutes)
    group by day.series_id, slot.resolution_minutes, slot.slot
),

part as (
    select
        series_id,
        slot * resolution_minutes // 60 as local_hour,
        energy,
        minutes_known
    from slot_total
    union all
    select
        series_id,
        hour(start_utc + to_minutes(utc_offset_minutes)) as local_hour,
        energy,
        interval_minutes as minutes_known
    from special_interval
    where interval_minutes <= 60 and energy is not null
)

select
    series.fuel,
    series.channel,
    series.unit,
    part.local_hour::integer as local_hour,
    sum(part.energy) * 60 / sum(part.minutes_known) as energy_per_hour,
    count(distinct part.series_id) filter (where part.minutes_known > 0)::double as series_count
from part
inner join series_named as series using (series_id)
group by all
having sum(part.minutes_known) > 0
order by all
