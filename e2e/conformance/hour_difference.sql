-- Hours of the day of which portfolio_hour says something else than the single readings of its series.
-- Grain: one fuel × channel × unit and local hour. None, if all is well. `told` holds the answer of portfolio_hour.
with counted as (
    select
        series.fuel,
        series.channel,
        series.unit,
        hour(start_utc + to_minutes(utc_offset_minutes))::integer as local_hour,
        round(sum(energy) * 60 / sum(interval_minutes), 6) as energy_per_hour,
        count(distinct series_id)::double as series_count
    from reading
    inner join series_named as series using (series_id)
    where energy is not null and interval_minutes <= 60
    group by all
),

rounded as (
    select * replace (round(energy_per_hour, 6) as energy_per_hour)
    from told
)

(select * from counted except select * from rounded)
union all
(select * from rounded except select * from counted)
