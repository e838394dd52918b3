-- One series by local date and hour.
-- Grain: one local hour of one local date and pass; pass 1 is the second time of an hour that happens twice.
-- Only intervals of at most an hour can be drawn by the hour.
with hourly as (
    select
        start_utc + to_minutes(utc_offset_minutes) as start_local,
        utc_offset_minutes,
        interval_minutes,
        energy
    from reading
    where series_id = getvariable('series_id') and interval_minutes <= 60
),

gathered as (
    select
        start_local::date as local_date,
        hour(start_local)::integer as local_hour,
        utc_offset_minutes,
        sum(energy) * 60 / sum(interval_minutes) filter (where energy is not null) as energy_per_hour,
        sum(interval_minutes)::double as minutes
    from hourly
    group by all
)

select
    local_date,
    local_hour,
    (row_number() over (partition by local_date, local_hour order by utc_offset_minutes desc) - 1)::integer as pass,
    energy_per_hour,
    minutes
from gathered
order by local_date, local_hour, pass
