-- Rows that count and do not simply unfold: those of transition days, months, and arrays of a wrong length.
-- Grain: one series and period, in the columns of placed_day but the figures.
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
    shape.layout,
    shape.clock_offset_minutes
from uneven_day as day
inner join day_shape as shape
    on shape.source_id = day.source_id
    and shape.resolution_minutes = day.resolution_minutes
    and shape.slots = day.slots
    and shape.transition_date is not distinct from case when day.shift_minutes <> 0 then day.local_date end
where shape.layout not in ('ordinary', 'padded', 'fixed_clock')
union all
-- A 25th hour on an ordinary day, in a file that does not have them.
select * exclude (value_count, total, lowest, highest)
from placed_day
where layout = 'wrong_length'
    and shift_minutes = 0
    and resolution_minutes <= 1440
    and slots * resolution_minutes between 1441 and 1500
