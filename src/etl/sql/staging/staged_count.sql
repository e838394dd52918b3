-- What the batch in hand holds, counted on the arrays as they lie in the file: the ledger's "read" side.
-- Grain: one series of one batch; series_id is null for rows without client, meter or date.
-- Values that are not finite or not below 1e15 count as values, not as energy: no sum can hold them.
select
    getvariable('source_id')::integer as source_id,
    case when batch.date is not null then series.series_id end as series_id,
    count(*) as row_count,
    coalesce(sum(list_count(batch.energy_consumption::double[])), 0)::bigint as value_count,
    coalesce(
        sum(
            case
                when regexp_matches(typeof(batch.energy_consumption), '^U?(TINY|SMALL|BIG)?INT(EGER)?\[')
                    and list_max(batch.energy_consumption) < 2e6
                    and list_min(batch.energy_consumption) > -2e6
                    then list_sum(batch.energy_consumption)::decimal(38, 9)
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
left join staged_series as series
    on series.client_id = batch.client_id
    and series.ext_dev_ref = batch.ext_dev_ref
    and series.fuel is not distinct from lower(replace(nullif(trim(batch.fuel), ''), ' ', '_'))
    and series.channel is not distinct from lower(nullif(trim(batch.channel), ''))
    and series.unit is not distinct from nullif(trim(batch.unit), '')
group by all
