-- What each source file held, counted as it was read: the ledger's "read" side.
-- Grain: one series of one source file.
select
    source_id,
    series_id,
    sum(row_count)::bigint as row_count,
    sum(value_count)::bigint as value_count,
    sum(energy)::decimal(38, 9) as energy
from staged_count
group by source_id, series_id
