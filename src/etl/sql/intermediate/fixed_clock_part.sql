-- Days of a fixed clock cut at local midnight: what each row gives to each local date.
-- Grain: one row (or day without one) of a fixed clock and local date.
-- A day of a fixed clock is 24 real hours and mostly belongs to two local dates. energy holds the part's
-- own slots, from first_slot on; start_utc is the first one's start. missing_rule names why a part has no
-- values at all: its row was set aside, or there is none.
with clock_day as (
    select
        series_id,
        local_date,
        resolution_minutes,
        energy,
        is_whole,
        source_id,
        source_row,
        clock_offset_minutes,
        case when layout = 'wrong_length' then 'wrong_length' end as missing_rule
    from placed_day
    where clock_offset_minutes is not null
    union all
    select
        absent.series_id,
        absent.local_date,
        absent.resolution_minutes,
        null as energy,
        false as is_whole,
        null as source_id,
        null as source_row,
        convention.clock_offset_minutes,
        absent.quality_rule as missing_rule
    from absent_period as absent
    inner join convention on convention.source_id = absent.nearest_source_id
    where convention.clock_offset_minutes is not null and absent.resolution_minutes <= 1440
),

reach as (
    select
        calendar.local_date + turn.days as clock_date,
        calendar.local_date,
        calendar.start_utc,
        calendar.day_minutes
    from local_calendar as calendar
    cross join (select unnest([-1, 0, 1])::integer as days) as turn
),

cut as (
    select
        clock_day.* exclude (local_date),
        reach.local_date,
        clock_day.local_date::timestamp - to_minutes(clock_offset_minutes) as clock_day_start_utc,
        date_diff('minute', clock_day_start_utc, reach.start_utc) as lead_minutes,
        greatest(0, ceil(lead_minutes / resolution_minutes))::integer as first_slot,
        least(
            1440 // resolution_minutes,
            ceil((lead_minutes + reach.day_minutes) / resolution_minutes)
        )::integer as end_slot
    from clock_day
    inner join reach on reach.clock_date = clock_day.local_date
)

select
    series_id,
    local_date,
    resolution_minutes,
    source_id,
    source_row,
    clock_day_start_utc + to_minutes(first_slot * resolution_minutes) as start_utc,
    first_slot,
    end_slot - first_slot as slots,
    case when missing_rule is null then list_slice(energy, first_slot + 1, end_slot) end as energy,
    is_whole,
    missing_rule
from cut
where first_slot < end_slot
