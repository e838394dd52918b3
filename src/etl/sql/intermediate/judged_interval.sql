-- The real intervals of every day that is not ordinary, or holds a reading that a rule doubts, that its file
-- flags or that is filled in, with the quality that is shown. energy is never an estimate of ours.
-- Grain: one real interval.
-- What the file itself says of a reading goes before what a rule thinks of it.
with placed as (
    select
        series_id,
        local_date,
        resolution_minutes,
        source_id,
        source_row,
        start_utc,
        utc_offset_minutes,
        interval_minutes,
        slot,
        energy,
        quality,
        quality_rule
    from special_interval
    union all
    select
        cell.series_id,
        cell.local_date,
        cell.resolution_minutes,
        cell.source_id,
        cell.source_row,
        cell.start_utc + to_minutes(cell.place * cell.resolution_minutes) as start_utc,
        cell.offset_before_minutes::smallint as utc_offset_minutes,
        cell.resolution_minutes as interval_minutes,
        cell.slot::smallint as slot,
        cell.energy,
        if(cell.energy is null, 'missing', 'measured') as quality,
        if(cell.energy is null, 'null_in_source', null) as quality_rule
    from (
        select
            day.* exclude (energy, source_row),
            if(place >= turn_slot, next_source_row, source_row) as source_row,
            if(place >= turn_slot, place - turn_slot, place + first_slot) as slot,
            energy
        from (
            select
                folded_day.* exclude (energy),
                unnest(folded_day.energy) as energy,
                (generate_subscripts(folded_day.energy, 1) - 1)::integer as place
            from folded_day
            semi join opened_day using (series_id, local_date, resolution_minutes)
        ) as day
    ) as cell
),

dated as (
    select
        placed.*,
        -- A day of a fixed clock belongs to two local dates; its row has the date of that clock.
        case
            when convention.clock_offset_minutes is null or placed.resolution_minutes = 43200 then placed.local_date
            else (placed.start_utc + to_minutes(convention.clock_offset_minutes))::date
        end as row_date
    from placed
    left join convention using (source_id)
),

judged as (
    select
        placed.* exclude (quality, quality_rule, row_date),
        case
            when placed.quality <> 'measured' then placed.quality
            when noted.quality is not null then noted.quality
            when doubted.quality_rule is not null then 'suspect'
            else placed.quality
        end as quality,
        case
            when placed.quality = 'measured' then coalesce(noted.quality_rule, doubted.quality_rule)
            when placed.quality_rule = 'null_in_source' then coalesce(noted.quality_rule, placed.quality_rule)
            else placed.quality_rule
        end as quality_rule
    from dated as placed
    left join doubted_slot as doubted
        on doubted.series_id = placed.series_id
        and doubted.source_id = placed.source_id
        and doubted.source_row = placed.source_row
        and doubted.row_date = placed.row_date
        and doubted.slot = placed.slot
    left join noted_slot as noted
        on noted.series_id = placed.series_id
        and noted.source_id = placed.source_id
        and noted.source_row = placed.source_row
        and noted.slot = placed.slot
        and noted.row_date = placed.row_date
)

select
    judged.*,
    estimated.estimate,
    estimated.estimate_rule
from judged
left join estimated_interval as estimated
    on estimated.series_id = judged.series_id
    and estimated.resolution_minutes = judged.resolution_minutes
    and estimated.start_utc = judged.start_utc
