-- The unfolded readings. A view: nothing here is ever stored.
-- Grain: one real interval of one series.
-- estimate is what would fill the interval, where it is missing and the person asked.
-- `intervals` is looked into on special days only, which keeps ordinary days as cheap as a bare unnest.
select
    series_id,
    case
        when intervals is null then make_timestamp(day_start_us + slot * resolution_minutes * 60000000)
        else intervals[slot + 1].start_utc
    end as start_utc,
    case
        when intervals is null then day_offset_minutes
        else intervals[slot + 1].utc_offset_minutes
    end as utc_offset_minutes,
    case
        when intervals is null then resolution_minutes
        else intervals[slot + 1].interval_minutes
    end as interval_minutes,
    energy,
    case
        when intervals is not null then intervals[slot + 1].quality
        when energy is null then 'missing'
        else 'measured'
    end as quality,
    case
        when intervals is not null then intervals[slot + 1].quality_rule
        when energy is null then 'null_in_source'
    end as quality_rule,
    if(intervals is null, null, intervals[slot + 1].estimate) as estimate,
    if(intervals is null, null, intervals[slot + 1].estimate_rule) as estimate_rule,
    case when intervals is null then source_id else intervals[slot + 1].source_id end as source_id,
    case
        when intervals is not null then intervals[slot + 1].source_row
        when slot >= turn_slot then next_source_row
        else source_row
    end as source_row,
    case
        when intervals is not null then intervals[slot + 1].slot
        when slot >= turn_slot then (slot - turn_slot)::smallint
        else (slot + first_slot)::smallint
    end as source_slot
from (
    select
        series_id,
        resolution_minutes,
        source_id,
        source_row,
        epoch_us(start_utc) as day_start_us,
        utc_offset_minutes as day_offset_minutes,
        intervals,
        first_slot,
        turn_slot,
        next_source_row,
        unnest(energy) as energy,
        generate_subscripts(energy, 1) - 1 as slot
    from reading_day
) as unfolded
