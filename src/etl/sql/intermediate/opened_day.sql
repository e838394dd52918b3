-- Days whose array unfolds as it is and that need care all the same: a rule doubts a reading, its
-- file flags one, or one is filled in.
-- Grain: one series and period.
-- Joins of rows that are there once each, and not `exists`: three of these under an `or` took three times as long.
with flagged_row as (
    select source_id, source_row from doubted_slot
    union
    select source_id, source_row from noted_slot
),

estimated_day as (
    select distinct series_id, local_date, resolution_minutes from estimated_interval
)

select
    day.series_id,
    day.local_date,
    day.resolution_minutes
from folded_day as day
left join flagged_row as flagged
    on flagged.source_id = day.source_id and flagged.source_row = day.source_row
left join flagged_row as flagged_next
    on flagged_next.source_id = day.source_id and flagged_next.source_row = day.next_source_row
left join estimated_day as estimated
    on estimated.series_id = day.series_id
    and estimated.local_date = day.local_date
    and estimated.resolution_minutes = day.resolution_minutes
where flagged.source_row is not null
    or flagged_next.source_row is not null
    or estimated.series_id is not null
