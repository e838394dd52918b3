-- How much a Parquet file announces: its rows, and the items of its arrays.
-- Grain: one row.
select
    (select sum(num_rows)::double from parquet_file_metadata(getvariable('source_path'))) as row_count,
    coalesce(sum(num_values), 0)::double as value_count
from parquet_metadata(getvariable('source_path'))
where path_in_schema like 'energy_consumption%'
