-- A fingerprint of an analytical table, the same for the same rows in whatever order they lie in the file.
-- Grain: one row. Every column takes part.
select
    count(*)::integer as row_count,
    md5(string_agg(row_hash, '' order by row_hash)) as content_hash
from (
    select md5(written::varchar) as row_hash
    from read_parquet($path, hive_partitioning = false) as written
)
