-- Days of which series_day says something else than their single readings add up to.
-- Grain: one series and local date. None, if all is well. For intervals that are shorter than a day.
with counted as (
    select
        series_id,
        (start_utc + to_minutes(utc_offset_minutes))::date as local_date,
        count(*) as intervals,
        count(energy) as intervals_known,
        round(coalesce(sum(energy), 0), 6) as energy,
        max(energy * 60 / interval_minutes) as highest_rate
    from reading
    group by all
),

told as (
    select
        series_id,
        local_date,
        intervals,
        intervals_known,
        round(coalesce(energy, 0), 6) as energy,
        highest_rate
    from series_day
)

(select * from counted except select * from told)
union all
(select * from told except select * from counted)
