-- The raw schema of a Parquet file, depth first; DuckDB renames columns that share a name, this does not.
-- Grain: one node.
select
    name,
    coalesce(num_children, 0)::integer as child_count
from parquet_schema(getvariable('source_path'))
