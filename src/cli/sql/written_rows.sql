-- The written file, read back, under the names that the verification of a piece expects.
-- Grain: one reading.
select
    fuel,
    channel,
    unit,
    energy
from read_parquet(getvariable('written_path'))
