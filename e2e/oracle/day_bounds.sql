-- Where the calendar under test disagrees with ICU about the start of a local date.
-- Grain: one zone and local date that is wrong; no row when all are right.
-- A start is right when the wall clock has reached the date's midnight there, had not a minute before,
-- had not up to three hours before either (the first of two passes counts), and shows the stated offset.
with probe as (
    select
        zone,
        local_date,
        start_utc,
        offset_minutes,
        unnest([0, 1, 30, 60, 90, 120, 180]) as minutes_before
    from tested_day
    where near_transition
    union all
    select
        zone,
        local_date,
        start_utc,
        offset_minutes,
        unnest([0, 1]) as minutes_before
    from tested_day
    where not near_transition
),

shown as (
    select
        probe.*,
        timezone(zone, (start_utc - to_minutes(minutes_before))::timestamptz) as local_time
    from probe
)

select
    zone,
    local_date,
    start_utc,
    minutes_before,
    local_time
from shown
where (minutes_before = 0 and local_time < local_date::timestamp)
    or (minutes_before > 0 and local_time >= local_date::timestamp)
    or (
        minutes_before = 0
        and abs(date_diff('second', start_utc, local_time) - offset_minutes * 60) >= 60
    )
limit 20
