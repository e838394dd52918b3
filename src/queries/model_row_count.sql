-- How many rows a table or view has, named by the variable `model`.
-- Grain: one row.
select count(*)::double as row_count
from query_table(getvariable('model'))
