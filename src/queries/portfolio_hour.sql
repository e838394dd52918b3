-- The mean load of one meter by hour of the day, over all readings of at most an hour, from the folded arrays.
-- Grain: one fuel × channel × unit and local hour; they are never added to each other. Rates are energy per
-- hour. The mean is over known readings, so that missing ones do not lower it. series_count is how many series
-- it rests on.
-- Arrays of ordinary days are opened once, for their energy, under one number for each kind: how many of their
-- values are known is counted from figures taken when they were read, and only days that lack some are opened again.
-- Nothing that reads arrays is materialized, or filtered by a comparison: either copies every array.
with hour_of_slot as not materialized (
    select
        resolution_minutes,
        list_transform(
            range(1440 // resolution_minutes), lambda slot: slot * resolution_minutes // 60
        )::utinyint[] as local_hours
    from (select distinct resolution_minutes from day_shape)
    where resolution_minutes <= 60
),

ordinary as not materialized (
    select
        day.series_id,
        series.kind_id,
        day.resolution_minutes,
        day.energy,
        day.slots,
        day.value_count,
        hour_of_slot.local_hours
    from placed_day as day
    inner join series_named as series using (series_id)
    inner join hour_of_slot using (resolution_minutes)
    where day.layout = 'ordinary' and not series.is_register
),

kind_energy as (
    select
        kind_id,
        local_hour,
        sum(energy) as energy
    from (
        select
            kind_id,
            unnest(local_hours) as local_hour,
            unnest(energy) as energy
        from ordinary
    ) as opened
    group by kind_id, local_hour
),

partly_known as (
    select
        series_id,
        resolution_minutes,
        unnest(local_hours) as local_hour,
        unnest(energy) as energy
    from ordinary
    where value_count < slots
),

cut as (
    select
        day.series_id,
        day.resolution_minutes,
        unnest(hour_of_slot.local_hours) as local_hour,
        unnest(day.energy) as energy
    from folded_day as day
    inner join hour_of_slot using (resolution_minutes)
    where day.is_cut
),

series_part as (
    select
        series_id,
        unnest(range(24)) as local_hour,
        null as energy,
        count(*) * 60 as minutes_known
    from placed_day
    anti join (select series_id from series_named where is_register) as register using (series_id)
    where layout = 'ordinary' and value_count = slots and resolution_minutes <= 60
    group by series_id
    union all
    select
        series_id,
        local_hour,
        null as energy,
        resolution_minutes as minutes_known
    from partly_known
    where energy is not null
    union all
    select
        series_id,
        local_hour,
        energy,
        resolution_minutes as minutes_known
    from cut
    where energy is not null
    union all
    select
        series_id,
        hour(start_utc + to_minutes(utc_offset_minutes)) as local_hour,
        energy,
        interval_minutes as minutes_known
    from special_interval
    where interval_minutes <= 60 and energy is not null
),

part as (
    select
        kind_id,
        local_hour,
        energy,
        null as minutes_known,
        null as series_id
    from kind_energy
    union all
    select
        series.kind_id,
        series_part.local_hour,
        series_part.energy,
        series_part.minutes_known,
        series_part.series_id
    from series_part
    inner join series_named as series using (series_id)
),

summed as (
    select
        kind_id,
        local_hour::integer as local_hour,
        sum(energy) * 60 / sum(minutes_known) as energy_per_hour,
        count(distinct series_id)::double as series_count
    from part
    group by kind_id, local_hour
    having sum(minutes_known) > 0
)

select
    series.fuel,
    series.channel,
    series.unit,
    summed.* exclude (kind_id)
from summed
inner join series_named as series on series.series_id = summed.kind_id
order by all
