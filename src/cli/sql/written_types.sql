-- The types of the two times in the written file.
-- Grain: one column.
select
    column_name,
    column_type
from (describe select timestamp_utc, timestamp_local from read_parquet(getvariable('written_path')))
