-- Rows that count, with what the clocks of the chosen zone do on their date. Nothing is judged here.
-- Grain: one series and period.
select
    meter_day.series_id,
    meter_day.local_date,
    meter_day.resolution_minutes,
    meter_day.energy,
    meter_day.slots,
    meter_day.value_count,
    meter_day.total,
    meter_day.lowest,
    meter_day.highest,
    meter_day.is_whole,
    meter_day.covers_day,
    meter_day.source_id,
    meter_day.source_row,
    calendar.start_utc,
    calendar.day_minutes,
    calendar.offset_before_minutes,
    calendar.shift_minutes
from meter_day
inner join local_calendar as calendar using (local_date)
where meter_day.row_status = 'kept'
