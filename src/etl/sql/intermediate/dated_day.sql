-- Rows that count, with what the clocks of the chosen zone do on their date. Nothing is judged here.
-- Grain: one series and period.
select
    metered_day.series_id,
    metered_day.local_date,
    metered_day.resolution_minutes,
    metered_day.energy,
    metered_day.slots,
    metered_day.value_count,
    metered_day.total,
    metered_day.lowest,
    metered_day.highest,
    metered_day.is_whole,
    metered_day.covers_day,
    metered_day.source_id,
    metered_day.source_row,
    calendar.start_utc,
    calendar.day_minutes,
    calendar.offset_before_minutes,
    calendar.shift_minutes
from metered_day
inner join local_calendar as calendar using (local_date)
where metered_day.row_status = 'kept'
