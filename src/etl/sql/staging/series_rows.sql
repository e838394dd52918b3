-- How many rows are staged of each series.
-- Grain: one series; series_id is null for rows without a key.
select
    series_id,
    count(*)::integer as row_count
from staged_row
group by series_id
order by series_id nulls last
