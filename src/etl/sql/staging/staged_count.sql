-- What the batch in hand holds, counted on the arrays as they lie in the file: the ledger's "read" side.
-- Grain: one series of one batch; series_id is null for rows without client, meter or date.
-- Values that are not finite or not below 1e15 count as values, not as energy: no sum can hold them.
select
    getvariable('source_id')::integer as source_id,
    case when batch.date is not null then key.series_id end as series_id,
    count(*) as row_count,
    coalesce(sum(list_count(batch.energy_consumption)), 0)::bigint as value_count,
    coalesce(
        sum(
            case
                when key.from_integers
                    and list_max(batch.energy_consumption) < 2e6
                    and list_min(batch.energy_consumption) > -2e6
                    then list_sum(batch.energy_consumption::double[])::decimal(38, 9)
                else list_sum(
                    list_filter(
                        batch.energy_consumption::double[],
                        lambda value: value < 1e15 and value > -1e15
                    )::decimal(38, 9)[]
                )
            end
        ),
        0
    )::decimal(38, 9) as energy
from source_batch as batch
inner join batch_key as key
    on key.client_id is not distinct from batch.client_id
    and key.ext_dev_ref is not distinct from batch.ext_dev_ref
    and key.fuel is not distinct from batch.fuel
    and key.channel is not distinct from batch.channel
    and key.unit is not distinct from batch.unit
    and key.resolution is not distinct from batch.resolution
group by all
