-- Rows that count, with the layout of their array on their date in the chosen zone, by the file's convention
-- (see day_shape).
-- Grain: one series and period.
select
    day.series_id,
    day.local_date,
    day.resolution_minutes,
    day.energy,
    day.slots,
    day.value_count,
    day.total,
    day.lowest,
    day.highest,
    day.is_whole,
    day.source_id,
    day.source_row,
    day.start_utc,
    day.offset_before_minutes,
    day.shift_minutes,
    shape.layout,
    shape.clock_offset_minutes
from dated_day as day
inner join day_shape as shape
    on shape.source_id = day.source_id
    and shape.resolution_minutes = day.resolution_minutes
    and shape.slots = day.slots
    and shape.transition_date is not distinct from case when day.shift_minutes <> 0 then day.local_date end
