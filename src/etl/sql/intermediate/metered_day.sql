-- Source rows with their values in the unit in which they are shown.
-- Grain: one source row. Without a conversion the array passes as it is.
select
    day.series_id,
    day.local_date,
    day.resolution_minutes,
    case
        when conversion.series_id is null then day.energy
        else list_transform(day.energy, lambda value: value * conversion.multiplier / conversion.divisor)
    end as energy,
    day.slots,
    day.value_count,
    if(conversion.series_id is null, day.total, day.total * conversion.factor) as total,
    if(conversion.series_id is null, day.lowest, day.lowest * conversion.factor) as lowest,
    if(conversion.series_id is null, day.highest, day.highest * conversion.factor) as highest,
    day.row_status,
    day.values_refused,
    day.is_whole and conversion.series_id is null as is_whole,
    day.covers_day,
    day.source_id,
    day.source_row
from meter_day as day
left join conversion
    on conversion.series_id = day.series_id
    and conversion.resolution_minutes is not distinct from day.resolution_minutes
    and conversion.local_date is not distinct from case when day.resolution_minutes >= 1440 then day.local_date end
