-- A row as it lies in the file: the folded array of each day, before it is unfolded.
-- Grain: one source row.
select
    source_row,
    local_date,
    resolution_minutes,
    len(energy) as slots,
    energy
from meter_day
order by source_id, source_row
limit 100
