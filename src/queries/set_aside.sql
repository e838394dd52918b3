-- What was set aside, by reason.
-- Grain: one reason of one fuel × channel × unit. Energy is exact decimal text.
select
    set_aside.reason,
    coalesce(series.fuel, '–') as fuel,
    coalesce(series.channel, '–') as channel,
    coalesce(series.unit, '–') as unit,
    sum(set_aside.row_count)::double as rows,
    sum(set_aside.value_count)::double as values,
    rtrim(rtrim(sum(set_aside.energy)::decimal(38, 9)::varchar, '0'), '.') as energy
from set_aside
left join series_named as series using (series_id)
group by all
order by all
