-- A file with the contract's columns and not one row, as a query that found nothing leaves behind.
-- Grain: none.
copy (
    select
        null::varchar as client_id,
        null::date as date,
        null::varchar as ext_dev_ref,
        null::bigint[] as energy_consumption,
        null::varchar as resolution
    where false
) to $path (format parquet)
