-- What is filled in where a value is missing, when the person asks for it.
-- Grain: one real interval without a value. Empty while the policy is `off`.
-- Up to three missing intervals in a row between two known ones lie on the line between these; longer
-- gaps take the same local time of the week before, where that was measured. Nothing else is filled.
-- Source of the rule: the Rust `metering` crate. Only days with a gap, their neighbours and the same days a
-- week before are unfolded.
with missing_day as (
    select distinct
        series_id,
        local_date
    from special_interval
    cross join policy
    where energy is null and resolution_minutes <= 60 and policy.estimate <> 'off'
    union
    select
        series_id,
        local_date
    from folded_day
    cross join policy
    where value_count < intervals
        and resolution_minutes <= 60
        and policy.estimate <> 'off'
),

wanted_day as (
    select distinct
        series_id,
        local_date + unnest([-7, -1, 0, 1]) as local_date
    from missing_day
),

near as (
    select
        series_id,
        local_date,
        resolution_minutes,
        start_utc,
        utc_offset_minutes,
        energy
    from special_interval
    semi join wanted_day using (series_id, local_date)
    union all
    select
        cell.series_id,
        cell.local_date,
        cell.resolution_minutes,
        cell.day_start_utc + to_minutes(cell.slot * cell.resolution_minutes) as start_utc,
        cell.utc_offset_minutes,
        cell.energy
    from (
        select
            series_id,
            local_date,
            resolution_minutes,
            folded_day.start_utc as day_start_utc,
            offset_before_minutes as utc_offset_minutes,
            (generate_subscripts(energy, 1) - 1)::smallint as slot,
            unnest(energy) as energy
        from folded_day
        semi join wanted_day using (series_id, local_date)
    ) as cell
),

neighbour as (
    select
        near.*,
        last_value(energy ignore nulls) over earlier as energy_before,
        last_value(if(energy is null, null, start_utc) ignore nulls) over earlier as utc_before,
        first_value(energy ignore nulls) over later as energy_after,
        first_value(if(energy is null, null, start_utc) ignore nulls) over later as utc_after
    from near
    window
        earlier as (
            partition by series_id, resolution_minutes
            order by start_utc
            rows between unbounded preceding and 1 preceding
        ),
        later as (
            partition by series_id, resolution_minutes
            order by start_utc
            rows between 1 following and unbounded following
        )
),

week_before as (
    select
        series_id,
        resolution_minutes,
        start_utc + to_minutes(utc_offset_minutes) + interval 7 day as start_local,
        any_value(energy) as energy
    from near
    where energy is not null
    group by all
),

filled as (
    select
        neighbour.*,
        date_diff('minute', utc_before, utc_after) <= 4 * neighbour.resolution_minutes as is_short,
        energy_before + (energy_after - energy_before)
        * date_diff('minute', utc_before, start_utc) / date_diff('minute', utc_before, utc_after) as on_the_line,
        week_before.energy as energy_week_before
    from neighbour
    semi join missing_day using (series_id, local_date)
    left join week_before
        on week_before.series_id = neighbour.series_id
        and week_before.resolution_minutes = neighbour.resolution_minutes
        and week_before.start_local = neighbour.start_utc + to_minutes(neighbour.utc_offset_minutes)
    where neighbour.energy is null
)

select
    series_id,
    local_date,
    resolution_minutes,
    start_utc,
    if(is_short, on_the_line, energy_week_before)::double as estimate,
    if(is_short, 'linear', 'same_time_week_before') as estimate_rule
from filled
where if(is_short, on_the_line, energy_week_before) is not null
