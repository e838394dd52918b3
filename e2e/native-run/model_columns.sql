-- The columns of one table or view, named by the variable `model`, as the engine types them.
-- Grain: one column, in order.
select
    column_name as name,
    data_type as type
from duckdb_columns()
where table_name = getvariable('model')
order by column_index
