-- Daily totals of the portfolio, from the folded arrays.
-- Grain: one fuel × channel × unit and local date; they are never added to each other. Energy is what is known
-- of the day, null when nothing is. Values for a month are in no day. series_count is how many series have
-- this date at all, since not every series covers the whole period.
with day as (
    select
        series_id,
        local_date,
        len(energy) as intervals,
        list_count(energy) as intervals_known,
        list_sum(energy) as energy
    from folded_day
    union all
    select
        series_id,
        local_date,
        count(*) as intervals,
        count(energy) as intervals_known,
        sum(energy) as energy
    from special_interval
    where resolution_minutes <= 1440
    group by series_id, local_date
)

select
    series.fuel,
    series.channel,
    series.unit,
    day.local_date,
    sum(day.energy) as energy,
    sum(day.intervals)::double as intervals,
    sum(day.intervals - day.intervals_known)::double as intervals_missing,
    count(*)::double as series_count
from day
inner join series_named as series using (series_id)
group by all
order by all
