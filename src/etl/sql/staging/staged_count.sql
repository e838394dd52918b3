-- What a source file held, from the figures that were taken of its arrays as they lie in it, when each row
-- came in: the ledger's "read" side.
-- Grain: one series of one source file; series_id is null for rows without client, meter or date.
-- Values that are not finite or not below 1e15 count as values, not as energy: no sum can hold them.
select
    source_id,
    series_id,
    count(*) as row_count,
    sum(value_count + values_refused)::bigint as value_count,
    coalesce(sum(coalesce(exact_total, total::decimal(38, 9))), 0)::decimal(38, 9) as energy
from staged_row
where source_id = getvariable('source_id')::integer
group by source_id, series_id
