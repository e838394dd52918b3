-- Days whose array unfolds as it is and holds energy: placed_fold without the series of counter states, whose
-- intervals are differenced one by one.
-- Grain: one series and period. first_slot, turn_slot, next_source_row and the figures of energy: see placed_fold.
select placed_fold.*
from placed_fold
anti join (select series_id from series_meaning where is_register) as register using (series_id)
