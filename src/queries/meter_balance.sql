-- How the four channels of one meter fit each other: production − consumption − export + import should be 0.
-- Grain: one row; none where the meter lacks one of the four channels in the fuel and unit of the series.
-- intervals_off counts those that do not fit, largest_local is the local start of the worst, milliseconds as if UTC.
-- Only intervals count for which all four have a value; channels are set beside each other, never summed.
with selected as (
    select
        client_id,
        ext_dev_ref,
        fuel,
        unit
    from series_named
    where series_id = getvariable('series_id')
),

side as (
    select
        series.series_id,
        series.channel
    from series_named as series
    semi join selected using (client_id, ext_dev_ref, fuel, unit)
    where series.channel in ('consumption', 'import', 'export', 'production')
),

moment as (
    select
        reading.start_utc,
        reading.interval_minutes,
        max(reading.start_utc + to_minutes(reading.utc_offset_minutes)) as start_local,
        max(reading.energy) filter (where side.channel = 'production') as production_energy,
        max(reading.energy) filter (where side.channel = 'consumption') as consumption_energy,
        max(reading.energy) filter (where side.channel = 'export') as export_energy,
        max(reading.energy) filter (where side.channel = 'import') as import_energy
    from reading
    inner join side using (series_id)
    where reading.series_id in (select series_id from side)
    group by reading.start_utc, reading.interval_minutes
),

compared as (
    select
        moment.*,
        production_energy - consumption_energy - export_energy + import_energy as residual,
        abs(residual) > 1e-9 * greatest(1, abs(production_energy) + abs(import_energy)) as is_off
    from moment
    where (select count(distinct channel) from side) = 4
)

select
    sum(production_energy) filter (where residual is not null) as production_energy,
    sum(consumption_energy) filter (where residual is not null) as consumption_energy,
    sum(export_energy) filter (where residual is not null) as export_energy,
    sum(import_energy) filter (where residual is not null) as import_energy,
    sum(residual) as residual,
    max(abs(residual)) as largest_residual,
    epoch_ms(arg_max(start_local, abs(residual)))::double as largest_local,
    (count(*) filter (where is_off))::double as intervals_off,
    count(residual)::double as intervals_compared,
    count(*)::double as intervals
from compared
having count(*) > 0
