-- Days whose array unfolds as it is and that need care all the same: a rule doubts a reading, its
-- file flags one, or one is filled in.
-- Grain: one series and period.
with flagged_row as (
    select source_id, source_row from doubted_slot
    union all
    select source_id, source_row from noted_slot
)

select distinct
    series_id,
    local_date,
    resolution_minutes
from (
    select series_id, local_date, resolution_minutes
    from folded_day
    semi join flagged_row using (source_id, source_row)
    union all
    select series_id, local_date, resolution_minutes
    from (select series_id, local_date, resolution_minutes, source_id, next_source_row as source_row from folded_day) as later
    semi join flagged_row using (source_id, source_row)
    union all
    select series_id, local_date, resolution_minutes
    from folded_day
    semi join estimated_interval using (series_id, local_date, resolution_minutes)
) as opened
