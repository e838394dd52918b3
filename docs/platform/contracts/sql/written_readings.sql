-- A written silver file under the name and types that the contract's rules expect.
-- Grain: one reading.
select * replace (timestamp_utc::timestamp as timestamp_utc)
from read_parquet(getvariable('written_path'))
