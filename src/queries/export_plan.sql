-- How many rows each series will have in the export, so that it can be written in runs of bounded size,
-- and what its code stands for. The ledger has counted them; what is written is held to it again.
-- Grain: one series with readings, in the order of the analytical table.
select
    series.series_rank,
    series.series_id,
    series.client_id,
    series.ext_dev_ref,
    series.fuel,
    series.channel,
    series.unit,
    counted.row_count
from series_named as series
inner join (
    select
        series_id,
        sum(readings)::double as row_count
    from ledger
    group by series_id
    having sum(readings) > 0
) as counted using (series_id)
order by series.series_rank
