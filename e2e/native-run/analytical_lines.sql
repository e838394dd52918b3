-- The analytical table as one text, for comparing whole results.
-- Grain: one row; in the text one line per real interval, sorted by series and time.
-- Fields are parted by U+001F and lines by U+001E, which no text of a source may hold.
select
    string_agg(
        concat_ws(
            chr(31),
            client_id,
            ext_dev_ref,
            fuel,
            channel,
            epoch_ms(timestamp_utc),
            epoch_ms(timestamp_local),
            utc_offset_minutes,
            interval_minutes,
            coalesce(energy::decimal(38, 9)::varchar, 'null'),
            quality
        ),
        chr(30)
        order by series_rank, timestamp_utc
    ) as lines
from analytical
