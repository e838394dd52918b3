-- The analytical table for a run of series with its repeated texts as codes: the Parquet writer puts the
-- texts back, once for each row group and not for each reading. Otherwise as export_rows.sql; what is the same
-- all day is worked out once a day.
-- Grain: one real interval, in the order of its day in export_day.sql, then of its slot.
-- series_id stands for client, meter, fuel, channel and unit, source_id for source_file, quality_code
-- for the place in the closed list of qualities. A quality outside that list stops the export.
with slot_of_day as (
    select
        series_id,
        resolution_minutes,
        source_id,
        source_row,
        intervals,
        first_slot,
        turn_slot,
        next_source_row,
        local_date,
        utc_offset_minutes,
        isodow(local_date)::tinyint as iso_weekday,
        isodow(local_date) >= 6 as is_weekend,
        month(local_date)::tinyint as local_month,
        epoch_us(start_utc) as start_us,
        epoch_us(start_utc) + utc_offset_minutes * 60000000::bigint as local_start_us,
        resolution_minutes * 60000000::bigint as slot_us,
        unnest(energy) as energy,
        generate_subscripts(energy, 1) - 1 as slot
    from reading_day
),

placed as (
    select
        *,
        case when intervals is not null then intervals[slot + 1] end as care
    from slot_of_day
),

timed as (
    select
        *,
        case
            when intervals is null then make_timestamp(start_us + slot * slot_us)
            else care.start_utc
        end as timestamp_utc,
        case
            when intervals is null then make_timestamp(local_start_us + slot * slot_us)
            else make_timestamp(epoch_us(care.start_utc) + care.utc_offset_minutes * 60000000::bigint)
        end as timestamp_local
    from placed
)

select
    series_id,
    timestamp_utc::timestamptz as timestamp_utc,
    timestamp_local,
    (case when intervals is null then utc_offset_minutes else care.utc_offset_minutes end)::smallint as utc_offset_minutes,
    (case when intervals is null then resolution_minutes else care.interval_minutes end)::integer as interval_minutes,
    case when intervals is null then local_date else timestamp_local::date end as local_date,
    (case when intervals is null then slot * resolution_minutes // 60 else hour(timestamp_local) end)::tinyint as local_hour,
    case when intervals is null then iso_weekday else isodow(timestamp_local)::tinyint end as iso_weekday,
    case when intervals is null then is_weekend else isodow(timestamp_local) >= 6 end as is_weekend,
    case when intervals is null then local_month else month(timestamp_local)::tinyint end as local_month,
    case when intervals is null then energy else coalesce(energy, care.estimate) end as energy,
    case
        when intervals is null then if(energy is null, 2, 0)
        when energy is null and care.estimate is not null then 4
        else
            case care.quality
                when 'measured' then 0
                when 'split' then 1
                when 'missing' then 2
                when 'suspect' then 3
                when 'estimated' then 4
                else error('unknown quality')
            end
    end::tinyint as quality_code,
    case
        when intervals is null then if(energy is null, 'null_in_source', null)
        when energy is null then coalesce(care.estimate_rule, care.quality_rule)
        else care.quality_rule
    end as quality_rule,
    (case when intervals is null then source_id else care.source_id end)::integer as source_id,
    case
        when intervals is not null then care.source_row
        when slot >= turn_slot then next_source_row
        else source_row
    end::integer as source_row,
    case
        when intervals is not null then care.slot
        when slot >= turn_slot then slot - turn_slot
        else slot + first_slot
    end::smallint as source_slot
from timed
