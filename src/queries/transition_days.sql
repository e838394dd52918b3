-- The transition days of one series: the array as it lies in the file, and what the clocks did.
-- Grain: one local date with a transition. Where several rows claim the date, the one that counts.
with span as (
    select
        min(local_date) as first_date,
        max(local_date) as last_date
    from meter_day
    where series_id = getvariable('series_id') and resolution_minutes < 1440
),

claim as (
    select
        day.*,
        row_number() over (
            partition by day.local_date
            order by day.row_status = 'kept' desc, day.source_id, day.source_row
        ) as position
    from meter_day as day
    where day.series_id = getvariable('series_id') and day.resolution_minutes < 1440
)

select
    calendar.local_date,
    source_file.source_file,
    claim.source_row,
    coalesce(claim.resolution_minutes, absent.resolution_minutes) as resolution_minutes,
    calendar.day_minutes,
    if(calendar.shift_minutes > 0, 'gap', 'overlap') as kind,
    calendar.shift_start_minute,
    abs(calendar.shift_minutes) as shift_minutes,
    calendar.offset_before_minutes,
    calendar.offset_after_minutes,
    case
        when claim.series_id is null then 'absent'
        when claim.row_status <> 'kept' then claim.row_status
        else placed.layout
    end as layout,
    claim.energy as raw_values
from local_calendar as calendar
inner join span on calendar.local_date between span.first_date and span.last_date
left join claim on claim.local_date = calendar.local_date and claim.position = 1
left join placed_day as placed
    on placed.series_id = getvariable('series_id') and placed.local_date = calendar.local_date
left join absent_period as absent
    on absent.series_id = getvariable('series_id') and absent.local_date = calendar.local_date
left join source_file on source_file.source_id = claim.source_id
where calendar.shift_minutes <> 0
order by calendar.local_date
