-- Every series that is open.
-- Grain: one series, in the order of the analytical table. Periods without a kept row do not count as days.
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
    min(day.local_date) as first_date,
    max(day.local_date) as last_date,
    min(day.resolution_minutes) as min_resolution_minutes,
    max(day.resolution_minutes) as max_resolution_minutes,
    count(*)::integer as days
from series_named as series
inner join meter_day as day using (series_id)
where day.row_status = 'kept'
group by all
order by any_value(series.series_rank)
