-- Days whose array unfolds as it is: slot k starts k × resolution_minutes after start_utc.
-- Grain: one series and period.
-- first_slot, turn_slot and next_source_row say where a slot came from, where that is not simply the same
-- slot of source_row: see fixed_clock_day. turn_slot is null elsewhere. intervals, value_count, total, lowest and
-- highest are figures of energy, known without looking into it for nearly every day; total is 0 without any value.
select
    day.series_id,
    day.local_date,
    day.resolution_minutes,
    day.source_id,
    day.source_row,
    day.start_utc,
    day.offset_before_minutes,
    day.energy,
    day.is_whole,
    0 as first_slot,
    null::integer as turn_slot,
    null::integer as next_source_row,
    day.slots as intervals,
    day.value_count,
    day.total,
    day.lowest,
    day.highest
from dated_day as day
inner join convention using (source_id)
where day.covers_day and day.shift_minutes = 0 and convention.clock_offset_minutes is null
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
    0 as first_slot,
    null::integer as turn_slot,
    null::integer as next_source_row,
    len(energy)::integer as intervals,
    list_count(energy)::integer as value_count,
    coalesce(list_sum(energy), 0)::double as total,
    list_min(energy) as lowest,
    list_max(energy) as highest
from (
    select
        placed_day.* replace (list_slice(energy, 1, 1440 // resolution_minutes) as energy)
    from placed_day
    where layout = 'padded'
) as padded
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
    next_source_row,
    len(energy)::integer as intervals,
    list_count(energy)::integer as value_count,
    coalesce(list_sum(energy), 0)::double as total,
    list_min(energy) as lowest,
    list_max(energy) as highest
from fixed_clock_day
