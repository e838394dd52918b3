-- The functions that this engine has, for completion.
-- Grain: one function name.
select
    function_name,
    min(function_type) as function_type,
    min(description) as description
from duckdb_functions()
where
    function_type in ('scalar', 'aggregate', 'table', 'macro', 'table_macro')
    and regexp_full_match(function_name, '[a-z][a-z0-9_]*')
group by function_name
order by function_name
