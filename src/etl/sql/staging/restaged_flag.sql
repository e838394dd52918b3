-- The flags of the files that are open already.
-- Grain: one source row with a flagged slot.
select source_id, source_row, series_id, local_date, flags
from source_flag
