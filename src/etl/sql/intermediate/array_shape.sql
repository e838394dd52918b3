-- The shapes of arrays that occur, and how often: one look at every day for all who ask how long arrays are.
-- Grain: one combination of file, resolution, number of slots and, on transition days, the date; transition_date is
-- null for all dates without a clock change.
select
    source_id,
    resolution_minutes,
    slots,
    shift_minutes,
    case when shift_minutes <> 0 then local_date end as transition_date,
    count(*) as day_count
from dated_day
group by all
