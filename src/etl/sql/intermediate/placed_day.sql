-- Rows that count, with the layout of their array on their date in the chosen zone.
-- Grain: one series and period.
-- ordinary: no transition, every slot has the stated length. wall_clock: an array of an ordinary
-- day's length on a transition day. elapsed: as many slots as the day truly has. whole_day: one
-- value for a transition day. month: one value for a month. wrong_length: anything else, set aside.
select
    meter_day.series_id,
    meter_day.local_date,
    meter_day.resolution_minutes,
    meter_day.energy,
    meter_day.slots,
    meter_day.is_whole,
    meter_day.source_id,
    meter_day.source_row,
    calendar.start_utc,
    calendar.offset_before_minutes,
    calendar.shift_minutes,
    case
        when meter_day.resolution_minutes = 43200 then if(meter_day.slots = 1, 'month', 'wrong_length')
        when calendar.shift_minutes = 0 and meter_day.slots * meter_day.resolution_minutes = 1440 then 'ordinary'
        when meter_day.resolution_minutes = 1440 then if(meter_day.slots = 1, 'whole_day', 'wrong_length')
        when meter_day.slots * meter_day.resolution_minutes = calendar.day_minutes then 'elapsed'
        when calendar.shift_minutes <> 0 and meter_day.slots * meter_day.resolution_minutes = 1440
            then 'wall_clock'
        else 'wrong_length'
    end as layout
from meter_day
inner join local_calendar as calendar using (local_date)
where meter_day.row_status = 'kept'
