-- The truth as a provider with wall-clock arrays writes it: both passes of an hour added, nothing for a
-- skipped hour.
-- Grain: one local date.
select
    'client' as client_id,
    day.local_date as date,
    'meter' as ext_dev_ref,
    list(held.value order by cell.slot) as energy_consumption,
    'PT' || getvariable('resolution')::integer || 'M' as resolution
from (
    select unnest(
        generate_series(
            make_timestamp(getvariable('first_local_ms')::bigint * 1000),
            make_timestamp(getvariable('end_local_ms')::bigint * 1000) - interval 1 day,
            interval 1 day
        )
    )::date as local_date
) as day
cross join (select unnest(range(0, 1440 // getvariable('resolution')::bigint)) as slot) as cell
left join (
    select
        local_date,
        slot,
        sum(value)::bigint as value
    from truth
    group by local_date, slot
) as held
    on held.local_date = day.local_date and held.slot = cell.slot
group by day.local_date
order by day.local_date
