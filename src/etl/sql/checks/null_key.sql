-- Rows of the batch in hand that lack client, meter or date.
-- Grain: one row. row_in_batch counts from 0; column_name is the first key column that is null there.
with keyed as (
    select
        row_number() over () - 1 as row_in_batch,
        case
            when client_id is null then 'client_id'
            when ext_dev_ref is null then 'ext_dev_ref'
            when date is null then 'date'
        end as column_name
    from source_batch
)

select
    count(*)::integer as null_key_rows,
    min(row_in_batch)::integer as row_in_batch,
    arg_min(column_name, row_in_batch) as column_name
from keyed
where column_name is not null
