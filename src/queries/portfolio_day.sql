-- Daily totals of the portfolio, from the days of its series.
-- Grain: one fuel × channel × unit and local date; they are never added to each other. Energy is what is known
-- of the day, null when nothing is. Values for a month are in no day. series_count is how many series have
-- this date at all, since not every series covers the whole period.
select
    series.fuel,
    series.channel,
    series.unit,
    day.local_date,
    sum(day.energy) as energy,
    sum(day.intervals)::double as intervals,
    sum(day.intervals - day.intervals_known)::double as intervals_missing,
    count(*)::double as series_count
from series_day as day
inner join series_named as series using (series_id)
where day.resolution_minutes <= 1440
group by all
order by all
