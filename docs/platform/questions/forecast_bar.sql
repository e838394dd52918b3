-- How well the simplest honest forecast does: each hour of tomorrow as the mean of that local hour on the
-- last seven days, made at local midnight from earlier days only.
-- Grain: one electricity consumption meter, in one local year.
-- mase is the mean absolute error over that of repeating the same hour of last week; below 1 is better.
with local_hour as (
    select
        ext_dev_ref,
        timestamp_local::date as local_date,
        hour(timestamp_local) as local_hour,
        sum(energy) * 60 / sum(interval_minutes) as energy_per_hour
    from analytical
    where fuel = 'electricity' and channel = 'consumption'
    group by all
    having count(*) = count(energy)
),

forecast as (
    select
        ext_dev_ref,
        local_date,
        energy_per_hour,
        avg(energy_per_hour) over last_seven as mean_of_seven,
        avg(energy_per_hour) over week_ago as same_hour_last_week
    from local_hour
    window
        last_seven as (
            partition by ext_dev_ref, local_hour
            order by local_date
            range between interval 7 days preceding and interval 1 day preceding
        ),
        week_ago as (
            partition by ext_dev_ref, local_hour
            order by local_date
            range between interval 7 days preceding and interval 7 days preceding
        )
)

select
    ext_dev_ref,
    count(*)::integer as hours,
    avg(energy_per_hour) as mean_energy,
    avg(abs(energy_per_hour - mean_of_seven)) as mean_absolute_error,
    avg(abs(energy_per_hour - mean_of_seven)) / avg(abs(energy_per_hour - same_hour_last_week)) as mase
from forecast
where year(local_date) = getvariable('local_year')
    and mean_of_seven is not null
    and same_hour_last_week is not null
group by ext_dev_ref
order by ext_dev_ref
