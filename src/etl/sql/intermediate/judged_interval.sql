-- The real intervals of every day that is not ordinary, or holds a reading that a rule doubts or that is
-- filled in, with the quality that is shown. energy is never an estimate.
-- Grain: one real interval.
with judged as (
    select
        placed.series_id,
        placed.local_date,
        placed.resolution_minutes,
        placed.source_id,
        placed.source_row,
        placed.start_utc,
        placed.utc_offset_minutes,
        placed.interval_minutes,
        placed.slot,
        placed.energy,
        if(doubted.quality_rule is null or placed.quality <> 'measured', placed.quality, 'suspect') as quality,
        if(placed.quality <> 'measured', placed.quality_rule, coalesce(doubted.quality_rule, placed.quality_rule))
            as quality_rule
    from special_interval as placed
    left join doubted_slot as doubted
        on doubted.source_id = placed.source_id
        and doubted.source_row = placed.source_row
        and doubted.slot = placed.slot
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
        case
            when cell.energy is null then 'missing'
            when doubted.quality_rule is null then 'measured'
            else 'suspect'
        end as quality,
        if(cell.energy is null, 'null_in_source', doubted.quality_rule) as quality_rule
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
    left join doubted_slot as doubted
        on doubted.source_id = cell.source_id
        and doubted.source_row = cell.source_row
        and doubted.slot = cell.slot
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
