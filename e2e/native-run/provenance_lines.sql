-- Where every reading came from, and why it is what it is, as one text.
-- Grain: one row; in the text one line per real interval, sorted by series and time.
select
    string_agg(
        concat_ws(
            chr(31),
            ext_dev_ref,
            epoch_ms(timestamp_utc),
            unit,
            coalesce(energy::decimal(38, 9)::varchar, 'null'),
            coalesce(quality_rule, 'null'),
            coalesce(source_file, 'null'),
            coalesce(source_row::varchar, 'null'),
            coalesce(source_slot::varchar, 'null')
        ),
        chr(30)
        order by series_rank, timestamp_utc
    ) as lines
from analytical
