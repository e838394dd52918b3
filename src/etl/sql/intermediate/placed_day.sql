-- Rows that count, with the layout of their array on their date in the chosen zone, by the file's convention.
-- Grain: one series and period.
-- ordinary: no transition, every slot has the stated length. padded: the same with slots for a 25th hour
-- behind it. wall_clock, end_label: an array of an ordinary day's length on a transition day. elapsed:
-- as many slots as the day truly has, or more. repeat_last: the second pass behind the last slot.
-- fixed_clock: 24 hours of a clock that never changes, clock_offset_minutes ahead of UTC, values for a day included. whole_day: one
-- value for a transition day. month: one value for a month. wrong_length: anything else, set aside.
-- clock_offset_minutes is null wherever days begin at local midnight.
select
    day.series_id,
    day.local_date,
    day.resolution_minutes,
    day.energy,
    day.slots,
    day.is_whole,
    day.source_id,
    day.source_row,
    day.start_utc,
    day.offset_before_minutes,
    day.shift_minutes,
    case
        when day.resolution_minutes = 43200 then if(day.slots = 1, 'month', 'wrong_length')
        when convention.clock_offset_minutes is not null
            then if(day.slots * day.resolution_minutes = 1440, 'fixed_clock', 'wrong_length')
        when day.shift_minutes = 0 and day.slots * day.resolution_minutes = 1440 then 'ordinary'
        when day.resolution_minutes = 1440 then if(day.slots = 1, 'whole_day', 'wrong_length')
        when convention.name in ('25-chronological', '25-repeat-last')
            and day.slots * day.resolution_minutes between 1441 and 1500
            then
                case
                    when day.shift_minutes = 0 then 'padded'
                    when convention.name = '25-repeat-last' then 'repeat_last'
                    else 'elapsed'
                end
        when day.shift_minutes <> 0 and day.slots * day.resolution_minutes = 1440
            then
                case convention.name
                    when 'end-label-summed' then 'end_label'
                    when 'elapsed' then if(day.slots = interval_count.intervals, 'elapsed', 'wrong_length')
                    else 'wall_clock'
                end
        when day.slots = interval_count.intervals then 'elapsed'
        else 'wrong_length'
    end as layout,
    case when day.resolution_minutes <= 1440 then convention.clock_offset_minutes end as clock_offset_minutes
from dated_day as day
inner join convention using (source_id)
left join interval_count using (local_date, resolution_minutes)
