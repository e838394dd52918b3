-- Daily totals of one series.
-- Grain: one local date. Energy is what is known of the day; null when nothing is.
select
    (start_utc + to_minutes(utc_offset_minutes))::date as local_date,
    sum(energy) as energy,
    count(*)::double as intervals,
    count(*) filter (where energy is null)::double as intervals_missing,
    sum(interval_minutes)::double as minutes
from reading
where series_id = getvariable('series_id')
group by 1
order by 1
