-- The rows of `whole_file` from `from_row` up to, not including, `to_row`, counted from 0.
-- Grain: one source row.
select * exclude (file_row)
from (
    select
        *,
        row_number() over () - 1 as file_row
    from whole_file
) as numbered
where file_row >= getvariable('from_row')::bigint and file_row < getvariable('to_row')::bigint
order by file_row
