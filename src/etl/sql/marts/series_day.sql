-- What is known of each day of each series, without its single readings: what every view of more than one
-- day starts from.
-- Grain: one series, local date (the first of the month for a value of a month) and resolution.
-- energy is the sum of what is known, null when nothing is; rates are energy per hour. Ordinary days were summed
-- up when they were read and stand by themselves here, so that no array of a fleet is read for those of
-- others; days that are cut out of an array are summed up from it, and all others from their single intervals.
with folded as (
    select
        series_id,
        local_date,
        resolution_minutes,
        slots as intervals,
        value_count,
        total,
        highest
    from placed_day
    anti join (select series_id from series_meaning where is_register) as register using (series_id)
    where layout = 'ordinary'
    union all
    select
        series_id,
        local_date,
        resolution_minutes,
        intervals,
        value_count,
        total,
        highest
    from folded_day
    where is_cut
)

select
    series_id,
    local_date,
    resolution_minutes,
    intervals::bigint as intervals,
    value_count::bigint as intervals_known,
    value_count::bigint * resolution_minutes as minutes_known,
    case when value_count > 0 then total end as energy,
    highest * 60 / resolution_minutes as highest_rate
from folded
union all
select
    series_id,
    local_date,
    resolution_minutes,
    count(*) as intervals,
    count(energy) as intervals_known,
    coalesce(sum(interval_minutes) filter (where energy is not null), 0)::bigint as minutes_known,
    sum(energy) as energy,
    max(energy * 60 / interval_minutes) as highest_rate
from special_interval
group by series_id, local_date, resolution_minutes
