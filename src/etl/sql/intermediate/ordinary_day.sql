-- Rows that need no special care: an ordinary layout, and no reading that a rule doubts.
-- Grain: one series and period.
select placed_day.*
from placed_day
anti join doubted_slot using (source_id, source_row)
where placed_day.layout = 'ordinary'
