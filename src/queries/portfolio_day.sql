-- Daily totals of the portfolio, from the days of its series.
-- Grain: one fuel × channel × unit and local date; they are never added to each other. Energy is what is known
-- of the day, null when nothing is. Values for a month are in no day. series_count is how many series have
-- this date at all, since not every series covers the whole period.
-- Days are gathered under the number of a kind and not under its three texts, which takes half as long.
with summed as (
    select
        series.kind_id,
        day.local_date,
        sum(day.energy) as energy,
        sum(day.intervals)::double as intervals,
        sum(day.intervals - day.intervals_known)::double as intervals_missing,
        count(*)::double as series_count
    from series_day as day
    inner join series_named as series using (series_id)
    where day.resolution_minutes <= 1440
    group by all
)

select
    kind.fuel,
    kind.channel,
    kind.unit,
    summed.* exclude (kind_id)
from summed
inner join series_named as kind on kind.series_id = summed.kind_id
order by kind.fuel, kind.channel, kind.unit, summed.local_date
