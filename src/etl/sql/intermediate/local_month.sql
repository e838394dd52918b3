-- The months that the local calendar covers whole.
-- Grain: one month. minutes is its true length, offsets included.
select
    month_start.local_date,
    month_start.start_utc,
    month_start.offset_before_minutes as utc_offset_minutes,
    date_diff('minute', month_start.start_utc, next_start.start_utc)::integer as minutes
from local_calendar as month_start
inner join local_calendar as next_start
    on next_start.local_date = (month_start.local_date + interval 1 month)::date
where day(month_start.local_date) = 1
