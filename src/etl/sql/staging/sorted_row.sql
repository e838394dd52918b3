-- The staged rows of some series, in the order of meter_day. Rows without a series come last.
-- Grain: one source row.
select *
from staged_row
where series_id between getvariable('first_series')::integer and getvariable('last_series')::integer
    or (series_id is null and getvariable('last_series')::integer = 2147483647)
order by series_id, local_date, source_id, source_row
