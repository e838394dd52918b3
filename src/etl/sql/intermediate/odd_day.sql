-- The rows that some rule must look into, with their arrays in the unit that is shown.
-- Grain: one row that counts.
select
    odd_row.* exclude (factor),
    case
        when odd_row.factor = 1 then source.energy
        else list_transform(source.energy, lambda value: value * odd_row.factor)
    end as energy
from meter_day as source
inner join odd_row using (source_id, source_row, series_id, local_date)
