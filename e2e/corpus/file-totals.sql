-- What native DuckDB reads in one file of the input contract.
-- Grain: one row for the whole file. Values that no sum can hold count, but add no energy.
select
    count(*)::integer as row_count,
    coalesce(sum(list_count(energy_consumption)), 0)::integer as value_count,
    coalesce(
        sum(list_sum(list_filter(energy_consumption::double[], lambda value: abs(value) < 1e15)::decimal(38, 9)[])),
        0
    )::double as energy
from read_parquet($path)
