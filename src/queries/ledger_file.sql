-- The ledger of each source file: what was read, shown and set aside.
-- Grain: one source file × fuel × channel × unit; they are never added to each other. Energy is exact decimal
-- text. Intervals of periods that no file has stand under a dash, as do rows without client, meter or date.
select
    coalesce(source_file.source_file, '–') as source_file,
    coalesce(series.fuel, '–') as fuel,
    coalesce(series.channel, '–') as channel,
    coalesce(series.unit, '–') as unit,
    count(distinct ledger.series_id)::double as series_count,
    sum(rows_read)::double as rows_read,
    sum(rows_set_aside)::double as rows_set_aside,
    sum(values_read)::double as values_read,
    sum(values_set_aside)::double as values_set_aside,
    rtrim(rtrim(sum(energy_read)::decimal(38, 9)::varchar, '0'), '.') as energy_read,
    rtrim(rtrim(sum(energy_shown)::decimal(38, 9)::varchar, '0'), '.') as energy_shown,
    rtrim(rtrim(sum(energy_set_aside)::decimal(38, 9)::varchar, '0'), '.') as energy_set_aside,
    sum(readings)::double as readings,
    sum(readings_missing)::double as readings_missing
from ledger
left join source_file using (source_id)
left join series_named as series using (series_id)
group by ledger.source_id, source_file.source_file, series.fuel, series.channel, series.unit
order by ledger.source_id, series.fuel, series.channel, series.unit
