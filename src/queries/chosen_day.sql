-- The folded days of the series and dates that an export chooses, of a run of them. No list of series
-- means all. A day of a fixed clock reaches into the dates beside it and a month starts up to 31 days
-- before its last date, so a few days more are taken on both sides; chosen_reading cuts to the period.
-- Grain: one series and period. Stands in for reading_day in the composed statement of a chosen export.
select day.*
from main.reading_day as day
inner join series_named as series using (series_id)
where series.series_rank between getvariable('first_rank') and getvariable('last_rank')
    and (
        getvariable('series_ids') = ''
        or list_contains(string_split(getvariable('series_ids'), ',')::integer[], day.series_id)
    )
    and epoch_ms(day.local_date) >= getvariable('from_date_ms') - 33 * 86400000.0
    and epoch_ms(day.local_date) < getvariable('to_date_ms') + 2 * 86400000.0
