-- How many rows each series will have in the export, so that it can be written in runs of bounded size,
-- and what its code stands for.
-- Grain: one series, in the order of the analytical table.
select
    series.series_rank,
    series.series_id,
    series.client_id,
    series.ext_dev_ref,
    series.fuel,
    series.channel,
    series.unit,
    day.row_count
from series_named as series
inner join (
    select
        series_id,
        sum(intervals)::double as row_count
    from (
        select
            series_id,
            intervals
        from folded_day
        union all
        select
            series_id,
            1 as intervals
        from special_interval
    ) as part
    group by series_id
) as day using (series_id)
order by series.series_rank
