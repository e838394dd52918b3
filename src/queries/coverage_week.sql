-- How well every series is covered, week by week, over the period that all series together cover.
-- Grain: one series. `weeks` has one sign per ISO week, the same weeks for every series: `c` complete, `9` to
-- `0` tenths of the intervals that are known, `-` none of them, a blank outside the series' own dates. A value for
-- a month stands in every week of it.
-- Text, because a list of numbers for each of thousands of series is slow to carry over.
with day as (
    select
        series_id,
        local_date,
        resolution_minutes,
        interval_count as intervals,
        value_count as intervals_known
    from reading_day
),

day_week as (
    select
        series_id,
        date_trunc('week', local_date)::date as week,
        intervals,
        intervals_known
    from day
    where resolution_minutes < 43200
    union all
    select
        series_id,
        unnest(generate_series(date_trunc('week', local_date), last_day(local_date)::timestamp, interval 7 day))::date as week,
        intervals,
        intervals_known
    from day
    where resolution_minutes = 43200
),

covered as (
    select
        series_id,
        week,
        sum(intervals) as intervals,
        sum(intervals_known) as intervals_known
    from day_week
    group by all
),

span as (
    select
        min(week) as first_week,
        (date_diff('day', min(week), max(week)) // 7 + 1)::bigint as weeks
    from covered
),

one as (
    select
        series_id,
        sum(intervals)::double as intervals,
        sum(intervals_known)::double as intervals_known
    from day
    group by series_id
),

sign as (
    select
        one.series_id,
        place.number,
        case
            when covered.intervals is null then ' '
            when covered.intervals_known = covered.intervals then 'c'
            when covered.intervals_known = 0 then '-'
            else (covered.intervals_known * 10 // covered.intervals)::varchar
        end as sign
    from one
    cross join (select unnest(range(weeks)) as number from span) as place
    cross join span
    left join covered
        on covered.series_id = one.series_id
        and covered.week = span.first_week + (7 * place.number)::integer
)

select
    one.series_id,
    one.intervals,
    one.intervals_known,
    any_value(span.first_week) as first_week,
    string_agg(sign.sign, '' order by sign.number) as weeks
from one
inner join sign using (series_id)
cross join span
group by one.series_id, one.intervals, one.intervals_known
order by one.series_id
