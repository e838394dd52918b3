-- The table that is exported: design part 4, in its column order.
-- Grain: one real interval of one series.
-- timestamp_utc stays a TIMESTAMP here; the export casts it last, so that no zone function is needed.
select
    series.series_rank,
    series.client_id,
    series.ext_dev_ref,
    series.fuel,
    series.channel,
    reading.start_utc as timestamp_utc,
    make_timestamp(epoch_us(reading.start_utc) + reading.utc_offset_minutes * 60000000::bigint) as timestamp_local,
    reading.utc_offset_minutes,
    reading.interval_minutes,
    coalesce(reading.energy, reading.estimate) as energy,
    series.unit,
    if(reading.energy is null and reading.estimate is not null, 'estimated', reading.quality) as quality,
    if(reading.energy is null, coalesce(reading.estimate_rule, reading.quality_rule), reading.quality_rule) as quality_rule,
    source_file.source_file,
    reading.source_row,
    reading.source_slot
from reading
inner join series_named as series using (series_id)
left join source_file using (source_id)
