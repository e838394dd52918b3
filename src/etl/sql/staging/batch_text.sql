-- The texts that tell the rows of the batch in hand apart, each combination once: the one look at them row by row.
-- Not asked of a batch in which a reader has replaced them by a code each (text_code): it says itself what codes mean.
-- Grain: one combination of client, meter, fuel, channel, unit and resolution, as they lie in the file.
select
    null::integer as text_code,
    client_id,
    ext_dev_ref,
    fuel,
    channel,
    unit,
    resolution,
    bool_or(date is not null) as has_dates,
    bool_or(date is null) as lacks_dates
from source_batch
group by client_id, ext_dev_ref, fuel, channel, unit, resolution
