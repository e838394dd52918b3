-- What a piece of the written file holds, read back.
-- Grain: one fuel × channel × unit of the piece.
select
    fuel,
    channel,
    unit,
    count(*)::bigint as row_count,
    count(energy)::bigint as value_count,
    coalesce(sum(energy::decimal(38, 9)), 0)::decimal(38, 9) as energy
from written_batch
group by all
