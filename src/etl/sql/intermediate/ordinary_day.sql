-- Days that need no special care: their array unfolds as it is, and no rule doubts a reading of its rows.
-- Grain: one series and period.
select folded_day.*
from folded_day
anti join doubted_slot using (source_id, source_row)
where not exists (
    select 1
    from doubted_slot as doubted
    where doubted.source_id = folded_day.source_id and doubted.source_row = folded_day.next_source_row
)
