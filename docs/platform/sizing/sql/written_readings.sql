-- How many readings a written file holds.
-- Grain: one row.
select count(*)::integer as readings
from read_parquet(getvariable('written_path'))
