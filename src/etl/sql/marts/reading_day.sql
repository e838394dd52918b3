-- Every day of every series with its true intervals, still folded: days whose array unfolds as it is
-- from ordinary_day, all others, and those with a doubted reading, from special_day.
-- Grain: one series and period. `intervals` is null on ordinary days, where slot k starts
-- k × resolution_minutes after start_utc, and where first_slot, turn_slot and next_source_row say where
-- slots came from (see folded_day). interval_count and value_count are figures of energy.
select
    series_id,
    local_date,
    resolution_minutes,
    source_id,
    source_row,
    start_utc,
    offset_before_minutes::smallint as utc_offset_minutes,
    energy,
    null as intervals,
    first_slot,
    turn_slot,
    next_source_row,
    intervals as interval_count,
    value_count
from ordinary_day
union all
select
    series_id,
    local_date,
    resolution_minutes,
    source_id,
    source_row,
    null as start_utc,
    null as utc_offset_minutes,
    energy,
    intervals,
    null as first_slot,
    null as turn_slot,
    null as next_source_row,
    len(energy)::integer as interval_count,
    list_count(energy)::integer as value_count
from special_day
