-- How many rows each series will have in the export, so that it can be written in runs of bounded size.
-- Grain: one series, in the order of the analytical table.
select
    series.series_rank,
    sum(len(day.energy))::double as row_count
from reading_day as day
inner join series_named as series using (series_id)
group by series.series_rank
order by series.series_rank
