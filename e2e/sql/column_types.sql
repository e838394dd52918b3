-- What a reader makes of a Parquet file's columns. TIMESTAMP WITH TIME ZONE is how DuckDB calls UTC.
-- Grain: one column, in file order.
select column_name, column_type
from (describe from read_parquet($path))
