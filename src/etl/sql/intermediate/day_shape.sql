-- The layout of arrays by their shape: what tells them apart is the file, the resolution, the number of slots and,
-- on transition days, the date.
-- Grain: one such shape; transition_date is null for all dates without a clock change.
-- ordinary: no transition, every slot has the stated length. padded: the same with slots for a 25th hour
-- behind it. wall_clock, end_label: an array of an ordinary day's length on a transition day. elapsed:
-- as many slots as the day truly has, or more. repeat_last: the second pass behind the last slot.
-- fixed_clock: 24 hours of a clock that never changes, clock_offset_minutes ahead of UTC, values for a day included. whole_day: one
-- value for a transition day. month: one value for a month. wrong_length: anything else, set aside.
-- clock_offset_minutes is null wherever days begin at local midnight.
select
    shape.source_id,
    shape.resolution_minutes,
    shape.slots,
    shape.transition_date,
    case
        when shape.resolution_minutes = 43200 then if(shape.slots = 1, 'month', 'wrong_length')
        when convention.clock_offset_minutes is not null
            then if(shape.slots * shape.resolution_minutes = 1440, 'fixed_clock', 'wrong_length')
        when shape.shift_minutes = 0 and shape.slots * shape.resolution_minutes = 1440 then 'ordinary'
        when shape.resolution_minutes = 1440 then if(shape.slots = 1, 'whole_day', 'wrong_length')
        when convention.name in ('25-chronological', '25-repeat-last')
            and shape.slots * shape.resolution_minutes between 1441 and 1500
            then
                case
                    when shape.shift_minutes = 0 then 'padded'
                    when convention.name = '25-repeat-last' then 'repeat_last'
                    else 'elapsed'
                end
        when shape.shift_minutes <> 0 and shape.slots * shape.resolution_minutes = 1440
            then
                case convention.name
                    when 'end-label-summed' then 'end_label'
                    when 'elapsed' then if(shape.slots = interval_count.intervals, 'elapsed', 'wrong_length')
                    else 'wall_clock'
                end
        when shape.slots = interval_count.intervals then 'elapsed'
        else 'wrong_length'
    end as layout,
    case when shape.resolution_minutes <= 1440 then convention.clock_offset_minutes end as clock_offset_minutes
from array_shape as shape
inner join convention using (source_id)
left join interval_count
    on interval_count.local_date = shape.transition_date
    and interval_count.resolution_minutes = shape.resolution_minutes
