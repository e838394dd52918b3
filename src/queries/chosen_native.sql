-- A chosen export at the interval of the source, in the columns of the analytical table.
-- Grain: one real interval. Sorted by series, then time.
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
from chosen_reading as chosen
order by series_rank, chosen.timestamp_utc
