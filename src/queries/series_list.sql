-- Every series that is open.
-- Grain: one series, in the order of the analytical table. Periods without a kept row do not count as days.
-- Days are counted before the names come in: to group every day by nine columns took six times as long.
with counted as (
    select
        series_id,
        min(local_date) as first_date,
        max(local_date) as last_date,
        min(resolution_minutes) as min_resolution_minutes,
        max(resolution_minutes) as max_resolution_minutes,
        count(*)::integer as days
    from meter_day
    where row_status = 'kept'
    group by series_id
)

select
    series.series_id,
    series.client_id,
    series.ext_dev_ref,
    series.fuel,
    series.channel,
    series.unit,
    series.stated_unit,
    series.is_register,
    series.series_key,
    counted.first_date,
    counted.last_date,
    counted.min_resolution_minutes,
    counted.max_resolution_minutes,
    counted.days
from series_named as series
inner join counted using (series_id)
order by series.series_rank
