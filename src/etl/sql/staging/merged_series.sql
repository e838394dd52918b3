-- How many rows there are of each series, in what is open already and in files that are added.
-- Grain: one series; series_id is null for rows without a key.
select
    series_id,
    count(*)::integer as row_count,
    count(*) filter (where is_added)::integer as added_count
from (
    select
        series_id,
        false as is_added
    from stored_row
    union all
    select
        series_id,
        true as is_added
    from staged_row
) as row
group by series_id
order by series_id nulls last
