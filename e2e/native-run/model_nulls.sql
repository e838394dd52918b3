-- How many nulls each column of a table or view has; the name comes from the variable `model`.
-- Grain: one row, under each column's own name its number of nulls.
select (count(*) - count(columns('(.*)')))::integer as "\1"
from query_table(getvariable('model'))
