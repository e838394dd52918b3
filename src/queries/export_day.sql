-- The folded days of a run of series, in the order of the analytical table: to sort some hundred days
-- of a series is cheap, to sort its readings is not. Days of a series do not overlap, but for a month
-- beside days: it starts with the first of them and goes before it, having one reading only.
-- Grain: one series and period. Stands in for reading_day in the composed export statement.
select day.*
from main.reading_day as day
inner join series_named as series using (series_id)
where day.series_id between getvariable('first_id') and getvariable('last_id')
    and series.series_rank between getvariable('first_rank') and getvariable('last_rank')
order by series.series_rank, coalesce(day.start_utc, day.intervals[1].start_utc), len(day.energy)
