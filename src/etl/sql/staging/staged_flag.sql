-- What the file says of single slots of the rows in hand: filled by readers whose format has quality flags.
-- Grain: one source row and date with such a slot; local_date is the first of the month for monthly rows. flags holds runs of slots: `0-3 E52|4-4 N`.
select
    getvariable('source_id')::integer as source_id,
    batch.source_row::integer as source_row,
    key.series_id,
    case
        when key.stated_minutes = 43200 then date_trunc('month', batch.date)::date
        else batch.date
    end as local_date,
    batch.flags::varchar as flags
from source_batch as batch
inner join batch_key as key
    on key.client_id = batch.client_id
    and key.ext_dev_ref = batch.ext_dev_ref
    and key.fuel is not distinct from batch.fuel
    and key.channel is not distinct from batch.channel
    and key.unit is not distinct from batch.unit
    and key.resolution is not distinct from batch.resolution
where batch.flags is not null and batch.date is not null and key.series_id is not null
