-- The analytical table for a run of series, in its final column order and types.
-- Grain: one real interval. Sorted by series, then time. The cast to TIMESTAMPTZ marks the column as
-- UTC in the file; as a bare cast it needs no time zone data.
select
    client_id,
    ext_dev_ref,
    fuel,
    channel,
    timestamp_utc::timestamptz as timestamp_utc,
    timestamp_local,
    utc_offset_minutes::smallint as utc_offset_minutes,
    interval_minutes::integer as interval_minutes,
    timestamp_local::date as local_date,
    hour(timestamp_local)::tinyint as local_hour,
    isodow(timestamp_local)::tinyint as iso_weekday,
    isodow(timestamp_local) >= 6 as is_weekend,
    month(timestamp_local)::tinyint as local_month,
    energy,
    unit,
    quality,
    quality_rule,
    source_file,
    source_row::integer as source_row,
    source_slot::smallint as source_slot
from analytical
where series_rank between getvariable('first_rank') and getvariable('last_rank')
order by series_rank, analytical.timestamp_utc
