-- What a choice would change, against day_before and ledger_before, which were kept before it was tried.
-- Energy only where a file holds one fuel, channel and unit, because others must not be summed.
-- Grain: one source file.
with day_now as (
    select
        series_id,
        local_date,
        resolution_minutes,
        source_id,
        hash(start_utc, energy, intervals) as mark
    from reading_day
),

changed as (
    select
        coalesce(day_now.source_id, day_before.source_id) as source_id,
        coalesce(day_now.local_date, day_before.local_date) as local_date,
        day_now.mark is distinct from day_before.mark as is_changed
    from day_before
    full outer join day_now
        on day_now.series_id = day_before.series_id
        and day_now.local_date = day_before.local_date
        and day_now.resolution_minutes = day_before.resolution_minutes
),

day_count as (
    select
        source_id,
        count(*) as days,
        count(*) filter (where is_changed) as days_changed,
        min(local_date) filter (where is_changed) as first_date,
        max(local_date) filter (where is_changed) as last_date
    from changed
    group by source_id
),

line_before as (
    select
        source_id,
        sum(readings) as readings,
        sum(readings_split) as readings_split,
        sum(readings_missing) as readings_missing,
        sum(values_set_aside) as values_set_aside,
        sum(energy_shown)::varchar as energy_shown,
        sum(energy_set_aside)::varchar as energy_set_aside
    from ledger_before
    group by source_id
),

line_now as (
    select
        source_id,
        sum(readings) as readings,
        sum(readings_split) as readings_split,
        sum(readings_missing) as readings_missing,
        sum(values_set_aside) as values_set_aside,
        sum(energy_shown)::varchar as energy_shown,
        sum(energy_set_aside)::varchar as energy_set_aside
    from ledger
    group by source_id
),

one_unit as (
    select
        ledger.source_id,
        max(series.unit) as unit
    from ledger
    inner join series_named as series using (series_id)
    group by ledger.source_id
    having count(distinct concat_ws('/', series.fuel, series.channel, series.unit)) = 1
)

select
    source_file.source_file,
    convention.name,
    coalesce(day_count.days, 0)::double as days,
    coalesce(day_count.days_changed, 0)::double as days_changed,
    day_count.first_date,
    day_count.last_date,
    coalesce(line_before.readings, 0)::double as readings_before,
    coalesce(line_now.readings, 0)::double as readings_after,
    coalesce(line_before.readings_split, 0)::double as split_before,
    coalesce(line_now.readings_split, 0)::double as split_after,
    coalesce(line_before.readings_missing, 0)::double as missing_before,
    coalesce(line_now.readings_missing, 0)::double as missing_after,
    coalesce(line_before.values_set_aside, 0)::double as aside_before,
    coalesce(line_now.values_set_aside, 0)::double as aside_after,
    one_unit.unit,
    line_before.energy_shown as energy_before,
    line_now.energy_shown as energy_after,
    line_before.energy_set_aside as energy_aside_before,
    line_now.energy_set_aside as energy_aside_after
from source_file
inner join convention using (source_id)
left join day_count using (source_id)
left join line_before using (source_id)
left join line_now using (source_id)
left join one_unit using (source_id)
order by source_file.source_id
