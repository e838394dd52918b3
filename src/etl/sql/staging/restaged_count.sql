-- The intake counts of the files that are open already.
-- Grain: one series of one batch.
select source_id, series_id, row_count, value_count, energy
from intake_count
