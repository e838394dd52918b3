-- One series, one local year against the next: as recorded, and over the days that both years have complete.
-- Grain: one local year. Days pair by month and day; 29 February has no partner.
with local_day as (
    select
        timestamp_local::date as local_date,
        sum(energy) as energy,
        count(*) as intervals,
        count(energy) as known
    from analytical
    where ext_dev_ref = getvariable('ext_dev_ref') and channel = 'consumption'
    group by 1
),

paired as (
    select strftime(local_date, '%m-%d') as month_day
    from local_day
    where intervals = known
    group by 1
    having count(*) = 2
)

select
    year(local_date)::integer as local_year,
    sum(energy) as energy,
    sum(intervals)::integer as intervals,
    sum(intervals - known)::integer as intervals_missing,
    min(local_date) filter (where known < intervals) as first_incomplete_date,
    max(local_date) filter (where known < intervals) as last_incomplete_date,
    count(*) filter (where month_day is not null)::integer as comparable_days,
    sum(energy) filter (where month_day is not null) as comparable_energy
from local_day
left join paired on paired.month_day = strftime(local_day.local_date, '%m-%d')
group by 1
order by 1
