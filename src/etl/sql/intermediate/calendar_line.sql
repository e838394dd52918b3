-- When each local date of the calendar starts, as one list, for the true length of days and months.
-- Grain: one row. start_minutes counts from 1970 UTC and begins with first_date; no date is left out.
select
    min(local_date) as first_date,
    list(epoch(start_utc)::bigint // 60 order by local_date) as start_minutes
from local_calendar
