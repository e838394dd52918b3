-- Days whose array unfolds as it is: slot k starts k × resolution_minutes after start_utc.
-- Grain: one series and period.
-- first_slot, turn_slot and next_source_row say where a slot came from, where that is not simply the same
-- slot of source_row: see fixed_clock_day. turn_slot is null elsewhere.
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
    0 as first_slot,
    null::integer as turn_slot,
    null::integer as next_source_row
from placed_day
where layout = 'ordinary'
union all
select
    series_id,
    local_date,
    resolution_minutes,
    source_id,
    source_row,
    start_utc,
    offset_before_minutes,
    list_slice(energy, 1, 1440 // resolution_minutes) as energy,
    is_whole,
    0 as first_slot,
    null::integer as turn_slot,
    null::integer as next_source_row
from placed_day
where layout = 'padded'
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
    first_slot,
    turn_slot,
    next_source_row
from fixed_clock_day
