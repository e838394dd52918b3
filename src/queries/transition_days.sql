-- The transition days of one series: the array as it lies in the file, and what the clocks did.
-- Grain: one local date with a transition. Where several rows claim the date, the one that counts. Of a
-- clock that never changes it is the row whose 24 hours the transition falls into.
with own_clock as (
    select min(convention.clock_offset_minutes) as clock_offset_minutes
    from meter_day
    inner join convention using (source_id)
    where meter_day.series_id = getvariable('series_id')
),

span as (
    select
        min(local_date) as first_date,
        max(local_date) as last_date
    from meter_day
    where series_id = getvariable('series_id') and resolution_minutes < 1440
),

transition as (
    select
        calendar.*,
        coalesce(
            (
                calendar.start_utc
                + to_minutes(calendar.transition_elapsed_minutes + own_clock.clock_offset_minutes)
            )::date,
            calendar.local_date
        ) as row_date
    from local_calendar as calendar
    cross join own_clock
    where calendar.shift_minutes <> 0
),

claim as (
    select
        day.*,
        row_number() over (
            partition by day.local_date
            order by day.row_status = 'kept' desc, day.source_id, day.source_row
        ) as position
    from metered_day as day
    where day.series_id = getvariable('series_id') and day.resolution_minutes < 1440
)

select
    transition.local_date,
    source_file.source_file,
    claim.source_row,
    coalesce(claim.resolution_minutes, absent.resolution_minutes) as resolution_minutes,
    transition.day_minutes,
    if(transition.shift_minutes > 0, 'gap', 'overlap') as kind,
    transition.shift_start_minute,
    abs(transition.shift_minutes) as shift_minutes,
    transition.offset_before_minutes,
    transition.offset_after_minutes,
    case
        when claim.series_id is null then 'absent'
        when claim.row_status <> 'kept' then claim.row_status
        else placed.layout
    end as layout,
    claim.energy as raw_values
from transition
inner join span on transition.row_date between span.first_date and span.last_date
left join claim on claim.local_date = transition.row_date and claim.position = 1
left join placed_day as placed
    on placed.series_id = getvariable('series_id') and placed.local_date = transition.row_date
left join absent_period as absent
    on absent.series_id = getvariable('series_id') and absent.local_date = transition.row_date
left join source_file on source_file.source_id = claim.source_id
order by transition.local_date
