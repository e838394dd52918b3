-- A written file as one text, every column of it.
-- Grain: one row; in the text one line per row of the file, in file order.
select string_agg(columns_of_row::varchar, chr(30) order by file_row) as lines
from (
    select
        written as columns_of_row,
        row_number() over () as file_row
    from read_parquet(getvariable('written_path')) as written
) as numbered
