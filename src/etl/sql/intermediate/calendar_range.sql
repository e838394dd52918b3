-- The first and last local date that the calendar must cover: whole months, the day after, so that the
-- last month has an end, and one more on either side, where days of a fixed clock reach over midnight.
-- Grain: one row; nulls when no row has a usable date.
select
    (date_trunc('month', min(local_date))::date - 1) as first_date,
    (date_trunc('month', max(local_date)) + interval 1 month)::date + 1 as last_date
from meter_day
where row_status not in ('null_key', 'date_out_of_range')
