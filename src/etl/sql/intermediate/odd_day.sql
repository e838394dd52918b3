-- The rows that some rule must look into, with their arrays.
-- Grain: one row that counts.
select
    odd_row.*,
    source.energy
from meter_day as source
inner join odd_row using (source_id, source_row, series_id, local_date)
