-- What the files say of single slots, in their own words.
-- Grain: one source row with such a slot. flags holds runs of slots: `0-3 E52|4-4 N`.
select source_id, source_row, series_id, local_date, flags
from staged_flag
