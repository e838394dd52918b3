-- The folded days of a run of series, in the order of the analytical table: to sort some hundred days
-- of a series is cheap, to sort its readings is not. Days of a series do not overlap, but for a month
-- beside days: it starts with the first of them and goes before it, having one reading only.
-- The writer unfolds them (`reading-columns.ts`, which a test holds to export_rows.sql) and puts the names
-- of series and source in the place of their numbers.
-- Grain: one series and period. start_us is start_utc in microseconds since 1970.
select
    day.series_id,
    day.local_date,
    day.resolution_minutes,
    day.source_id,
    day.source_row,
    epoch_us(day.start_utc)::double as start_us,
    day.utc_offset_minutes,
    day.energy,
    day.intervals,
    day.first_slot,
    day.turn_slot,
    day.next_source_row
from reading_day as day
inner join series_named as series using (series_id)
where day.series_id between getvariable('first_id') and getvariable('last_id')
    and series.series_rank between getvariable('first_rank') and getvariable('last_rank')
order by series.series_rank, coalesce(day.start_utc, day.intervals[1].start_utc), len(day.energy)
