-- How many staged rows stand behind one that they belong before: none, when files are sorted by meter and date.
-- Grain: one row.
select count(*)::integer as row_count
from (
    select
        series_id,
        local_date,
        lag(series_id) over () as series_before,
        lag(local_date) over () as date_before,
        row_number() over () as position
    from staged_row
) as placed
where position > 1
    and (
        coalesce(series_before, 2147483647) > coalesce(series_id, 2147483647)
        or (series_before is not distinct from series_id and date_before > local_date)
    )
