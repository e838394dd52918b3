-- An analytical table as it lies in the file, instants as milliseconds and dates as text.
-- Grain: one row of the file, in file order.
select
    * replace (
        epoch_ms(timestamp_utc)::double as timestamp_utc,
        epoch_ms(timestamp_local)::double as timestamp_local,
        local_date::varchar as local_date
    )
from read_parquet($path, file_row_number = true)
order by file_row_number
