-- The columns of a Parquet file with DuckDB's names for their types.
-- Grain: one column, in file order.
select
    column_name,
    column_type
from (describe select * from read_parquet(getvariable('source_path')))
