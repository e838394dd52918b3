-- The days on which the clocks changed: every interval with its UTC and its local time.
-- Grain: one interval of one series.
select
    ext_dev_ref,
    timestamp_utc,
    timestamp_local,
    utc_offset_minutes,
    energy,
    quality,
    quality_rule,
    source_row,
    source_slot
from analytical
inner join local_calendar
    on timestamp_local::date = local_calendar.local_date
where shift_minutes <> 0
order by ext_dev_ref, timestamp_utc
