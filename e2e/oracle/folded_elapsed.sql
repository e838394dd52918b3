-- The truth as a provider with arrays in time order writes it: as many values as the day has intervals.
-- Grain: one local date that exists.
select
    'client' as client_id,
    local_date as date,
    'meter' as ext_dev_ref,
    list(value order by start_utc) as energy_consumption,
    'PT' || getvariable('resolution')::integer || 'M' as resolution
from truth
group by local_date
order by local_date
