-- The sample portfolio many times over: each copy has its own meters and its own scale, so that copies do not compress
-- into each other.
-- Grain: one row of the input contract.
select
    source.client_id,
    source.date,
    source.ext_dev_ref || '-' || copy.number as ext_dev_ref,
    list_transform(
        source.energy_consumption,
        lambda value: round(value * (0.5 + copy.number * 0.0373), 3)
    ) as energy_consumption,
    source.resolution,
    source.fuel,
    source.channel,
    source.unit
from read_parquet(getvariable('source_path')) as source
cross join (select unnest(range(getvariable('copies')::integer)) as number) as copy
order by copy.number, ext_dev_ref, source.channel, source.date
