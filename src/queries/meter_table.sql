-- The figures of every series that need no unfolding, and its course over the period of the whole portfolio.
-- Grain: one series. Rates are energy per hour. Days come from series_day.
-- course is the mean rate in up to 52 equal parts of the period that all series together cover, the same
-- parts for every series; null where nothing is known. A value for a month stands in every part of it.
with span as (
    select
        min(local_date) as first_date,
        (date_diff('day', min(local_date), max(local_date)) + 1)::bigint as days,
        least(52, date_diff('day', min(local_date), max(local_date)) + 1)::bigint as parts
    from series_day
),

part as (
    select
        day.series_id,
        date_diff('day', span.first_date, day.local_date) * span.parts // span.days as part,
        sum(day.intervals) as intervals,
        sum(day.intervals_known) as intervals_known,
        sum(day.minutes_known) as minutes_known,
        sum(day.energy) as energy,
        max(day.highest_rate) as highest_rate
    from series_day as day
    cross join span
    group by all
),

figure as (
    select
        series_id,
        sum(intervals)::double as intervals,
        sum(intervals_known)::double as intervals_known,
        sum(energy) as total_energy,
        max(highest_rate) as peak_per_hour,
        sum(energy) * 60 / sum(minutes_known) as mean_per_hour
    from part
    group by series_id
),

month_part as (
    select
        month.series_id,
        month.energy * 60 / month.interval_minutes as rate,
        unnest(
            range(
                date_diff('day', span.first_date, month.local_date) * span.parts // span.days,
                (date_diff('day', span.first_date, month.local_date) + month.interval_minutes // 1440 - 1)
                * span.parts // span.days + 1
            )
        ) as part
    from special_interval as month
    cross join span
    where month.resolution_minutes = 43200
),

course_part as (
    select
        series_id,
        part,
        energy * 60 / minutes_known as rate
    from part
    where minutes_known > 0
    union all
    select
        series_id,
        part,
        rate
    from month_part
    where rate is not null
),

course as (
    select
        cell.series_id,
        list(cell.rate order by cell.part) as course
    from (
        select
            figure.series_id,
            place.part,
            avg(course_part.rate) as rate
        from figure
        cross join (select unnest(range(parts)) as part from span) as place
        left join course_part
            on course_part.series_id = figure.series_id and course_part.part = place.part
        group by all
    ) as cell
    group by cell.series_id
)

select
    figure.*,
    course.course
from figure
inner join course using (series_id)
order by series_id
