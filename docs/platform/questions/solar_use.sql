-- How much of its solar production a home uses itself, in one local year.
-- Grain: one meter with import, export and production. Only days on which all three are complete count.
with meter_day as (
    select
        client_id,
        ext_dev_ref,
        timestamp_local::date as local_date,
        sum(energy) filter (where channel = 'production') as production,
        sum(energy) filter (where channel = 'export') as exported,
        sum(energy) filter (where channel = 'import') as imported
    from analytical
    where channel in ('production', 'export', 'import')
        and year(timestamp_local) = getvariable('local_year')
    group by all
    having count(distinct channel) = 3 and count(*) = count(energy)
)

select
    ext_dev_ref,
    count(*)::integer as complete_days,
    sum(production) as production,
    sum(exported) as exported,
    sum(imported) as imported,
    sum(production) - sum(exported) as self_consumed,
    sum(imported) + sum(production) - sum(exported) as consumption,
    (sum(production) - sum(exported)) / sum(production) as self_consumption_share,
    (sum(production) - sum(exported)) / (sum(imported) + sum(production) - sum(exported)) as self_sufficiency
from meter_day
group by ext_dev_ref
order by ext_dev_ref
