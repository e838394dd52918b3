-- Days that need no special care: their array unfolds as it is, no rule doubts a reading, none is filled in.
-- Grain: one series and period.
select folded_day.*
from folded_day
anti join opened_day using (series_id, local_date, resolution_minutes)
