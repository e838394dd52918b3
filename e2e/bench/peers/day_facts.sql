-- The days of each meter, added up, to hold a peer's figures to: only days that have a row.
-- Grain: one series.
select
    series.client_id || '/' || series.ext_dev_ref as meter,
    count(*)::double as days,
    sum(day.intervals)::double as intervals,
    sum(day.minutes_known)::double as minutes_known,
    coalesce(sum(day.energy), 0)::double as energy,
    max(day.highest_rate)::double as highest_rate
from series_day as day
inner join series_named as series using (series_id)
semi join (
    select
        series_id,
        local_date
    from kept_row
) as kept using (series_id, local_date)
group by all
order by all
