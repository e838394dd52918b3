-- Rows of the batch in hand that lack client, meter or date, and texts in it that are no name of anything.
-- Grain: one row. Rows of the file count from 0; a column is the first that is troubled there.
-- Every series carries its names through every model: a text of megabytes is damage, or meant to do some.
with keyed as (
    select
        coalesce(
            source_row::integer,
            getvariable('first_row')::integer + (row_number() over ())::integer - 1
        ) as row_of_file,
        case
            when client_id is null then 'client_id'
            when ext_dev_ref is null then 'ext_dev_ref'
            when date is null then 'date'
        end as null_column,
        case
            when strlen(client_id) > 20000 then 'client_id'
            when strlen(ext_dev_ref) > 20000 then 'ext_dev_ref'
            when strlen(fuel) > 20000 then 'fuel'
            when strlen(channel) > 20000 then 'channel'
            when strlen(unit) > 20000 then 'unit'
            when strlen(resolution) > 20000 then 'resolution'
        end as long_column
    from source_batch
)

select
    count(null_column)::integer as null_key_rows,
    min(row_of_file) filter (where null_column is not null) as null_row,
    arg_min(null_column, row_of_file) as null_column,
    min(row_of_file) filter (where long_column is not null) as long_row,
    arg_min(long_column, row_of_file) as long_column
from keyed
