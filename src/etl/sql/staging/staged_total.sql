-- What has been staged of one source file so far.
-- Grain: one row.
select
    coalesce(sum(row_count), 0)::double as row_count,
    coalesce(sum(value_count), 0)::double as value_count
from staged_count
where source_id = getvariable('source_id')
