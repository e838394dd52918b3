-- The folded days of the series that an export chooses, of a run of them. No list of series means all.
-- Grain: one series and period. Stands in for reading_day in the composed statement of a chosen export.
select day.*
from main.reading_day as day
inner join series_named as series using (series_id)
where series.series_rank between getvariable('first_rank') and getvariable('last_rank')
    and (
        getvariable('series_ids') = ''
        or list_contains(string_split(getvariable('series_ids'), ',')::integer[], day.series_id)
    )
