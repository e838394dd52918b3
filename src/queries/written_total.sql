-- What the written file holds, read back whole.
-- Grain: one fuel × channel × unit. Energy is exact decimal text.
select
    fuel,
    channel,
    unit,
    sum(row_count)::double as row_count,
    sum(value_count)::double as value_count,
    rtrim(rtrim(sum(energy)::decimal(38, 9)::varchar, '0'), '.') as energy
from written_part
group by all
order by all
