-- The analytical table for a run of series with its repeated texts as codes: the Parquet writer puts the
-- texts back, once for each row group and not for each reading. Otherwise as export_rows.sql.
-- Grain: one real interval, in the order of its day in export_day.sql, then of its slot.
-- series_id stands for client, meter, fuel, channel and unit, source_id for source_file, quality_code
-- for the place in the closed list of qualities. A quality outside that list stops the export.
select
    series_id,
    start_utc::timestamptz as timestamp_utc,
    timestamp_local,
    utc_offset_minutes::smallint as utc_offset_minutes,
    interval_minutes::integer as interval_minutes,
    timestamp_local::date as local_date,
    hour(timestamp_local)::tinyint as local_hour,
    isodow(timestamp_local)::tinyint as iso_weekday,
    isodow(timestamp_local) >= 6 as is_weekend,
    month(timestamp_local)::tinyint as local_month,
    energy,
    case quality
        when 'measured' then 0
        when 'split' then 1
        when 'missing' then 2
        when 'suspect' then 3
        when 'estimated' then 4
        else error('unknown quality')
    end::tinyint as quality_code,
    quality_rule,
    source_id::integer as source_id,
    source_row::integer as source_row,
    source_slot::smallint as source_slot
from (
    select
        * replace (
            coalesce(energy, estimate) as energy,
            if(energy is null and estimate is not null, 'estimated', quality) as quality,
            if(energy is null, coalesce(estimate_rule, quality_rule), quality_rule) as quality_rule
        ),
        make_timestamp(epoch_us(start_utc) + utc_offset_minutes * 60000000::bigint) as timestamp_local
    from reading
) as placed
