-- Monthly totals of one series.
-- Grain: one local month. Energy is what is known of the month, with the intervals that are missing beside it.
select
    date_trunc('month', start_utc + to_minutes(utc_offset_minutes))::date as local_month,
    sum(energy) as energy,
    count(*)::double as intervals,
    count(*) filter (where energy is null)::double as intervals_missing
from reading
where series_id = getvariable('series_id')
group by 1
order by 1
