-- How long the arrays of each source file are, on ordinary days and where the clocks change.
-- Grain: one source file that has days of several slots.
-- Lengths are counted in the minutes that they cover at the stated resolution. A day whose clock change
-- leaves the number of intervals as it is (Lord Howe at 60 minutes) counts as one of an ordinary length.
with measured as (
    select
        shape.source_id,
        shape.slots,
        shape.shift_minutes,
        shape.day_count,
        shape.slots * shape.resolution_minutes as minutes,
        interval_count.intervals
    from array_shape as shape
    left join interval_count
        on interval_count.local_date = shape.transition_date
        and interval_count.resolution_minutes = shape.resolution_minutes
    where shape.resolution_minutes < 1440 and shape.slots > 1
),

counted as (
    select
        source_id,
        sum(day_count) filter (where shift_minutes = 0 and minutes = 1440) as plain_days,
        sum(day_count) filter (where shift_minutes = 0 and minutes between 1441 and 1500) as padded_days,
        sum(day_count) filter (where shift_minutes = 0 and minutes between 1320 and 1439) as short_days,
        sum(day_count) filter (where shift_minutes <> 0 and slots = intervals and minutes <> 1440) as elapsed_days,
        sum(day_count) filter (where shift_minutes <> 0 and minutes = 1440) as wall_clock_days,
        sum(day_count) filter (where shift_minutes <> 0 and minutes = 1440 and intervals <> slots) as changed_days
    from measured
    group by source_id
)

select
    source_id,
    coalesce(plain_days, 0)::bigint as plain_days,
    coalesce(padded_days, 0)::bigint as padded_days,
    coalesce(short_days, 0)::bigint as short_days,
    coalesce(elapsed_days, 0)::bigint as elapsed_days,
    coalesce(wall_clock_days, 0)::bigint as wall_clock_days,
    coalesce(changed_days, 0)::bigint as changed_days
from counted
