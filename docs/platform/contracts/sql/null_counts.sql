-- How many values of a column are missing, for each column of a written silver file.
-- Grain: one column.
select
    column_name,
    null_percentage
from (summarize from read_parquet(getvariable('written_path')))
