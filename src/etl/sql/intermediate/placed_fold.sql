-- Days whose array unfolds as it is: slot k starts k × resolution_minutes after start_utc.
-- Grain: one series and period.
-- first_slot, turn_slot and next_source_row say where a slot came from, where that is not simply the same
-- slot of source_row: see fixed_clock_day. turn_slot is null elsewhere. intervals, value_count, total, lowest and
-- highest are figures of energy, known without looking into it for nearly every day; total is 0 without any value.
-- is_cut says that the slots are part of an array, or of two.
-- Ordinary days stand first in each `case`: where all are ordinary, nothing else is reckoned and no array copied.
with day as (
    select
        placed_day.* exclude (energy),
        case
            when layout = 'ordinary' then energy
            else list_slice(energy, 1, 1440 // resolution_minutes)
        end as energy
    from placed_day
    where layout in ('ordinary', 'padded')
)

select
    series_id,
    local_date,
    resolution_minutes,
    source_id,
    source_row,
    start_utc,
    offset_before_minutes,
    energy,
    is_whole,
    layout <> 'ordinary' as is_cut,
    0 as first_slot,
    null::integer as turn_slot,
    null::integer as next_source_row,
    case when layout = 'ordinary' then slots else len(energy)::integer end as intervals,
    case when layout = 'ordinary' then value_count else list_count(energy)::integer end as value_count,
    case when layout = 'ordinary' then total else coalesce(list_sum(energy), 0)::double end as total,
    case when layout = 'ordinary' then lowest else list_min(energy) end as lowest,
    case when layout = 'ordinary' then highest else list_max(energy) end as highest
from day
union all
select
    series_id,
    local_date,
    resolution_minutes,
    source_id,
    source_row,
    start_utc,
    offset_before_minutes,
    energy,
    is_whole,
    true as is_cut,
    first_slot,
    turn_slot,
    next_source_row,
    len(energy)::integer as intervals,
    list_count(energy)::integer as value_count,
    coalesce(list_sum(energy), 0)::double as total,
    list_min(energy) as lowest,
    list_max(energy) as highest
from fixed_clock_day
