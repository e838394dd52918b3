-- How long the arrays of each source file are, on ordinary days and where the clocks change.
-- Grain: one source file that has days of several slots.
-- Lengths are counted in the minutes that they cover at the stated resolution. A day whose clock change
-- leaves the number of intervals as it is (Lord Howe at 60 minutes) counts as one of an ordinary length.
select
    day.source_id,
    count(*) filter (where shift_minutes = 0 and slots * resolution_minutes = 1440) as plain_days,
    count(*) filter (where shift_minutes = 0 and slots * resolution_minutes between 1441 and 1500) as padded_days,
    count(*) filter (where shift_minutes = 0 and slots * resolution_minutes between 1320 and 1439) as short_days,
    count(*) filter (
        where shift_minutes <> 0 and slots = intervals and slots * resolution_minutes <> 1440
    ) as elapsed_days,
    count(*) filter (where shift_minutes <> 0 and slots * resolution_minutes = 1440) as wall_clock_days,
    count(*) filter (
        where shift_minutes <> 0 and slots * resolution_minutes = 1440 and intervals <> slots
    ) as changed_days
from dated_day as day
left join interval_count using (local_date, resolution_minutes)
where day.resolution_minutes < 1440 and day.slots > 1
group by day.source_id
