-- The ledger, for reading: what was read, shown and set aside.
-- Grain: one fuel × channel × unit; they are never added to each other. Energy is exact decimal text.
-- Rows without client, meter or date belong to no series and stand under a dash.
select
    coalesce(series.fuel, '–') as fuel,
    coalesce(series.channel, '–') as channel,
    coalesce(series.unit, '–') as unit,
    sum(rows_read)::double as rows_read,
    sum(rows_shown)::double as rows_shown,
    sum(rows_set_aside)::double as rows_set_aside,
    sum(values_read)::double as values_read,
    sum(values_shown)::double as values_shown,
    sum(values_set_aside)::double as values_set_aside,
    rtrim(rtrim(sum(energy_read)::decimal(38, 9)::varchar, '0'), '.') as energy_read,
    rtrim(rtrim(sum(energy_shown)::decimal(38, 9)::varchar, '0'), '.') as energy_shown,
    rtrim(rtrim(sum(energy_set_aside)::decimal(38, 9)::varchar, '0'), '.') as energy_set_aside,
    rtrim(rtrim(sum(energy_difference)::decimal(38, 9)::varchar, '0'), '.') as energy_difference,
    sum(readings)::double as readings,
    sum(readings_split)::double as readings_split,
    sum(readings_missing)::double as readings_missing,
    sum(readings_suspect)::double as readings_suspect,
    sum(readings_estimated)::double as readings_estimated,
    sum(readings_flagged)::double as readings_flagged
from ledger
left join series_named as series using (series_id)
group by all
order by all
