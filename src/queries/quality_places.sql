-- The places behind a finding: the row, the slot and the value that a rule points at.
-- Grain: one place of one rule, in the order of series, date and row; from most_places on they are left out.
-- rule '' means every rule, series_id 0 every series. source_row counts from 0. clock_minute is the local minute of the day
-- at which the slot starts, null where the whole row or period is meant, or where slots follow elapsed time.
-- place_count is how many places there are in all.
select
    place.rule,
    place.severity,
    coalesce(place.series_id, 0) as series_id,
    source_file.source_file,
    place.source_row,
    case when place.local_date between date '1900-01-01' and date '2199-12-31' then place.local_date end as local_date,
    place.last_date,
    place.first_slot,
    case
        when placed.layout = 'elapsed' then null
        else place.first_slot * metered_day.resolution_minutes
    end as clock_minute,
    place.finding_count::double as finding_count,
    metered_day.energy[place.first_slot + 1] as value,
    place.found,
    place.threshold,
    (count(*) over ())::double as place_count
from finding_place as place
left join source_file on source_file.source_id = place.source_id
left join convention on convention.source_id = place.source_id
left join metered_day
    on metered_day.source_id = place.source_id
    and metered_day.source_row = place.source_row
    and metered_day.series_id = place.series_id
    and (metered_day.local_date = place.local_date or convention.clock_offset_minutes is not null)
left join placed_day as placed
    on placed.source_id = place.source_id
    and placed.source_row = place.source_row
    and placed.series_id = place.series_id
    and placed.local_date = metered_day.local_date
where (getvariable('rule') = '' or place.rule = getvariable('rule'))
    and (getvariable('series_id') = 0 or place.series_id = getvariable('series_id'))
order by place.series_id, place.local_date, place.source_id, place.source_row, place.first_slot
limit getvariable('most_places')
