-- Grain: one key of a Parquet file's metadata.
select decode(key) as key, decode(value) as value
from parquet_kv_metadata($path)
