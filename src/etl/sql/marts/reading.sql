-- The unfolded readings. A view: nothing here is ever stored.
-- Grain: one real interval of one series.
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
    source_id,
    source_row,
    case when intervals is null then slot::smallint else intervals[slot + 1].slot end as source_slot
from (
    select
        series_id,
        resolution_minutes,
        source_id,
        source_row,
        epoch_us(start_utc) as day_start_us,
        utc_offset_minutes as day_offset_minutes,
        intervals,
        unnest(energy) as energy,
        generate_subscripts(energy, 1) - 1 as slot
    from reading_day
) as unfolded
