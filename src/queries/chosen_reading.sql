-- The readings that an export chooses: a period of local dates (from inclusive, to exclusive), in the
-- unit asked for. Only Wh, kWh and MWh are converted, by exact powers of ten in one operation; any
-- other unit stays as it is. Where quality is missing, energy stays null.
-- Grain: one real interval of one series.
select
    * exclude (wh, target_wh)
    replace (
        case
            when wh is null or target_wh is null or wh = target_wh then energy
            when wh > target_wh then energy * (wh / target_wh)
            else energy / (target_wh / wh)
        end as energy,
        case when wh is null or target_wh is null then unit else getvariable('target_unit') end as unit
    )
from (
    select
        *,
        case unit when 'Wh' then 1.0::double when 'kWh' then 1000.0::double when 'MWh' then 1e6::double end as wh,
        case getvariable('target_unit')
            when 'Wh' then 1.0::double when 'kWh' then 1000.0::double when 'MWh' then 1e6::double
        end as target_wh
    from analytical
    where timestamp_local >= epoch_ms(getvariable('from_date_ms')::bigint)
        and timestamp_local < epoch_ms(getvariable('to_date_ms')::bigint)
) as stated
