-- The places behind a finding: the row, the slot and the value that a rule points at.
-- Grain: one place of one rule, in the order of series, date and row; from most_places on they are left out.
-- rule '' means every rule, series_id 0 every series. source_row counts from 0. clock_minute is the local minute of the day
-- at which the slot starts, null where the whole row or period is meant, or where slots follow elapsed time.
-- place_count is how many places there are in all. Places are chosen before their days come in, and each way of finding
-- a day is a join of its own: one condition with an `or` holds every place against every day that is open.
with chosen as (
    select
        finding_place.*,
        (count(*) over ())::double as place_count
    from finding_place
    where (getvariable('rule') = '' or rule = getvariable('rule'))
        and (getvariable('series_id') = 0 or series_id = getvariable('series_id'))
    order by series_id, local_date, source_id, source_row, first_slot
    limit getvariable('most_places')
),

-- Days of a clock that never changes lie across local dates: they are found by their row alone.
pointed as (
    select
        chosen.*,
        case when convention.clock_offset_minutes is null then chosen.source_id end as dated_source_id,
        case when convention.clock_offset_minutes is not null then chosen.source_id end as fixed_source_id
    from chosen
    left join convention using (source_id)
),

found as (
    select
        place.*,
        coalesce(dated.local_date, fixed.local_date) as day_date,
        coalesce(dated.resolution_minutes, fixed.resolution_minutes) as resolution_minutes,
        coalesce(dated.energy[place.first_slot + 1], fixed.energy[place.first_slot + 1]) as value
    from pointed as place
    left join metered_day as dated
        on dated.source_id = place.dated_source_id
        and dated.source_row = place.source_row
        and dated.series_id = place.series_id
        and dated.local_date = place.local_date
    left join metered_day as fixed
        on fixed.source_id = place.fixed_source_id
        and fixed.source_row = place.source_row
        and fixed.series_id = place.series_id
)

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
        else place.first_slot * place.resolution_minutes
    end as clock_minute,
    place.finding_count::double as finding_count,
    place.value,
    place.found,
    place.threshold,
    place.place_count
from found as place
left join source_file on source_file.source_id = place.source_id
left join placed_day as placed
    on placed.source_id = place.source_id
    and placed.source_row = place.source_row
    and placed.series_id = place.series_id
    and placed.local_date = place.day_date
order by place.series_id, place.local_date, place.source_id, place.source_row, place.first_slot
limit getvariable('most_places')
