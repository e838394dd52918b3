-- What a written file must hold, from the folded arrays, the special days and what is filled in.
-- Grain: one fuel × channel × unit. Energy is exact decimal text, each value to nine decimals.
with part as (
    select
        series_id,
        intervals as row_count,
        value_count,
        coalesce(
            if(is_whole, total::decimal(38, 9), list_sum(energy::decimal(38, 9)[])),
            0
        )::decimal(38, 9) as energy
    from folded_day
    union all
    select
        series_id,
        1 as row_count,
        if(energy is null, 0, 1) as value_count,
        coalesce(energy, 0)::decimal(38, 9) as energy
    from special_interval
    union all
    select
        series_id,
        0 as row_count,
        1 as value_count,
        estimate::decimal(38, 9) as energy
    from estimated_interval
)

select
    series.fuel,
    series.channel,
    series.unit,
    sum(part.row_count)::double as row_count,
    sum(part.value_count)::double as value_count,
    rtrim(rtrim(sum(part.energy)::decimal(38, 9)::varchar, '0'), '.') as energy
from part
inner join series_named as series using (series_id)
group by all
order by all
