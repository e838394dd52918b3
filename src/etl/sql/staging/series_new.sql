-- The series of the batch in hand that are not known yet, numbered on from the highest known id.
-- Grain: one series. A fuel, channel or unit that the file does not state stays null here.
select
    coalesce((select max(series_id) from staged_series), 0)
        + row_number() over (order by client_id, ext_dev_ref, fuel, channel, unit) as series_id,
    client_id,
    ext_dev_ref,
    fuel,
    channel,
    unit
from (
    select distinct
        client_id,
        ext_dev_ref,
        lower(replace(nullif(trim(fuel), ''), ' ', '_')) as fuel,
        lower(nullif(trim(channel), '')) as channel,
        nullif(trim(unit), '') as unit
    from batch_text
    where client_id is not null and ext_dev_ref is not null and has_dates
) as key
where not exists (
    from staged_series as known
    where known.client_id = key.client_id
        and known.ext_dev_ref = key.ext_dev_ref
        and known.fuel is not distinct from key.fuel
        and known.channel is not distinct from key.channel
        and known.unit is not distinct from key.unit
)
