-- Days whose exported energy is not the sum of the meter's array in the source file, and days that only one of both has.
-- Grain: one meter's channel and local date. Energy to six decimals; null where a day has no value.
select *
from (
    select channel, local_date, round(energy, 6) as energy
    from read_parquet($path)
) as exported
full outer join (
    select channel, date as local_date, round(list_sum(energy_consumption), 6) as energy
    from read_parquet($source_path)
    where ext_dev_ref = $meter
) as source using (channel, local_date)
where exported.energy is distinct from source.energy
limit 5
