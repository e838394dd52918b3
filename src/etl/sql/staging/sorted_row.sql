-- The staged rows of some series, in the order of meter_day. Rows without a series come last.
-- Grain: one source row.
select *
from staged_row
where coalesce(series_id, 2147483647) between getvariable('first_series')::integer and getvariable('last_series')::integer
order by series_id, local_date, source_id, source_row
