-- The columns of a written Parquet file with the engine's names for their types.
-- Grain: one column, in file order.
select
    column_name,
    column_type
from (describe from read_parquet(getvariable('written_path')))
