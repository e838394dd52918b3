-- Local dates put together again from days of a fixed clock, still folded, where nothing is out of the
-- ordinary: no clock change, no part without a row, all of one file, without a break.
-- Grain: one series and local date.
-- A local date is the tail of one day of the fixed clock and the head of the next, or one of them alone.
-- Slots before turn_slot come from source_row, counted from first_slot; the others from next_source_row,
-- counted from 0. Every day is whole: a date at either end that is covered in part is not here.
with part as (
    select
        fixed_clock_part.*,
        calendar.offset_before_minutes
    from fixed_clock_part
    inner join local_calendar as calendar using (local_date)
    where calendar.shift_minutes = 0
),

tail as (
    select *
    from part
    where first_slot > 0
),

head as (
    select *
    from part
    where first_slot = 0
)

select
    coalesce(tail.series_id, head.series_id) as series_id,
    coalesce(tail.local_date, head.local_date) as local_date,
    coalesce(tail.resolution_minutes, head.resolution_minutes) as resolution_minutes,
    coalesce(tail.source_id, head.source_id) as source_id,
    coalesce(tail.source_row, head.source_row) as source_row,
    coalesce(tail.start_utc, head.start_utc) as start_utc,
    coalesce(tail.offset_before_minutes, head.offset_before_minutes) as offset_before_minutes,
    case
        when tail.series_id is null then head.energy
        when head.series_id is null then tail.energy
        else list_concat(tail.energy, head.energy)
    end as energy,
    coalesce(tail.is_whole, true) and coalesce(head.is_whole, true) as is_whole,
    coalesce(tail.first_slot, 0) as first_slot,
    coalesce(tail.slots, head.slots) as turn_slot,
    coalesce(head.source_row, tail.source_row) as next_source_row
from tail
full outer join head
    on head.series_id = tail.series_id
    and head.local_date = tail.local_date
    and head.resolution_minutes = tail.resolution_minutes
where tail.missing_rule is null
    and head.missing_rule is null
    and (coalesce(tail.slots, 0) + coalesce(head.slots, 0)) * coalesce(tail.resolution_minutes, head.resolution_minutes)
    = 1440
    and (
        tail.series_id is null
        or head.series_id is null
        or (
            tail.source_id = head.source_id
            and tail.start_utc + to_minutes(tail.slots * tail.resolution_minutes) = head.start_utc
        )
    )
