-- The real intervals of the transition days of one series; of a clock that never changes, those of the row
-- whose 24 hours the transition falls into.
-- Grain: one real interval. local_date is that of the transition.
with shifted as (
    select
        calendar.local_date,
        calendar.start_utc + to_minutes(calendar.transition_elapsed_minutes) as change_utc
    from local_calendar as calendar
    where calendar.shift_minutes <> 0
),

clock_row as (
    select
        shifted.local_date,
        placed.local_date::timestamp - to_minutes(placed.clock_offset_minutes) as row_start_utc
    from placed_day as placed
    inner join shifted
        on shifted.change_utc >= placed.local_date::timestamp - to_minutes(placed.clock_offset_minutes)
        and shifted.change_utc < placed.local_date::timestamp + to_minutes(1440 - placed.clock_offset_minutes)
    where placed.series_id = getvariable('series_id')
        and placed.clock_offset_minutes is not null
        and placed.resolution_minutes < 1440
),

shown as (
    select
        special.local_date,
        special.start_utc,
        special.utc_offset_minutes,
        special.interval_minutes,
        special.energy,
        special.quality,
        special.quality_rule,
        special.slot
    from special_interval as special
    inner join shifted using (local_date)
    where special.series_id = getvariable('series_id')
        and special.resolution_minutes < 1440
        and not exists (
            select 1
            from clock_row
            where clock_row.local_date = special.local_date
        )
    union all
    select
        clock_row.local_date,
        reading.start_utc,
        reading.utc_offset_minutes,
        reading.interval_minutes,
        reading.energy,
        reading.quality,
        reading.quality_rule,
        reading.source_slot as slot
    from reading
    inner join clock_row
        on reading.start_utc >= clock_row.row_start_utc
        and reading.start_utc < clock_row.row_start_utc + to_minutes(1440)
    where reading.series_id = getvariable('series_id')
)

select
    local_date,
    start_utc as timestamp_utc,
    start_utc + to_minutes(utc_offset_minutes) as timestamp_local,
    utc_offset_minutes::integer as utc_offset_minutes,
    interval_minutes,
    energy,
    quality,
    quality_rule,
    slot::integer as source_slot
from shown
order by local_date, start_utc
