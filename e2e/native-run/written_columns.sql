-- The columns of a written file, in file order.
-- Grain: one column.
select
    column_name as name,
    column_type as type
from (describe select * from read_parquet(getvariable('written_path')))
