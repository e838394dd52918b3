-- What a chosen export must hold, from the readings before they are aggregated.
-- Grain: one fuel × channel × unit. Energy is exact decimal text, each value to nine decimals.
select
    fuel,
    channel,
    unit,
    count(*)::double as interval_count,
    rtrim(rtrim(coalesce(sum(energy::decimal(38, 9)), 0)::decimal(38, 9)::varchar, '0'), '.') as energy
from chosen_reading
group by all
order by all
