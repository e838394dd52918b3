-- Days whose array unfolds as it is and that need care all the same: a rule doubts a reading, its
-- file flags one, or one is filled in.
-- Grain: one series and period.
with flagged_row as (
    select source_id, source_row from doubted_slot
    union
    select source_id, source_row from noted_slot
)

select
    day.series_id,
    day.local_date,
    day.resolution_minutes
from folded_day as day
where exists (
    select 1 from flagged_row as flagged
    where flagged.source_id = day.source_id and flagged.source_row = day.source_row
)
or exists (
    select 1 from flagged_row as flagged
    where flagged.source_id = day.source_id and flagged.source_row = day.next_source_row
)
or exists (
    select 1 from estimated_interval as estimated
    where estimated.series_id = day.series_id
        and estimated.local_date = day.local_date
        and estimated.resolution_minutes = day.resolution_minutes
)
