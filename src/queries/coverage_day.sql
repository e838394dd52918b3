-- How well each local date of one series is covered.
-- Grain: one local date, or the first of a month for monthly readings. intervals counts those that truly exist
-- on the date; the four counts after it are of these. rows_set_aside counts source rows of the date that do not
-- count. days is how many local dates the line covers.
with day as (
    select
        local_date,
        resolution_minutes,
        interval_count as intervals,
        value_count as intervals_known,
        case when intervals is null then 0 else len(list_filter(intervals, lambda each: each.quality = 'split')) end
            as intervals_split,
        case when intervals is null then 0 else len(list_filter(intervals, lambda each: each.quality = 'suspect')) end
            as intervals_suspect,
        case when intervals is null then 0 else len(list_filter(intervals, lambda each: each.quality = 'estimated')) end
            as intervals_estimated,
        source_id is not null as has_row
    from reading_day
    where series_id = getvariable('series_id')
),

aside as (
    select
        local_date,
        count(*) as rows_set_aside
    from (
        select local_date from meter_day
        where series_id = getvariable('series_id') and row_status <> 'kept'
        union all
        select local_date from touched_day
        where series_id = getvariable('series_id') and layout = 'wrong_length'
    ) as refused
    where local_date between date '1900-01-01' and date '2199-12-31'
    group by local_date
),

covered as (
    select
        local_date,
        max(resolution_minutes) as resolution_minutes,
        sum(intervals) as intervals,
        sum(intervals_known) as intervals_known,
        sum(intervals_split) as intervals_split,
        sum(intervals_suspect) as intervals_suspect,
        sum(intervals_estimated) as intervals_estimated,
        bool_or(has_row) as has_row
    from day
    group by local_date
)

select
    coalesce(covered.local_date, aside.local_date) as local_date,
    coalesce(covered.intervals, 0)::double as intervals,
    coalesce(covered.intervals_known, 0)::double as intervals_known,
    coalesce(covered.intervals_split, 0)::double as intervals_split,
    coalesce(covered.intervals_suspect, 0)::double as intervals_suspect,
    coalesce(covered.intervals_estimated, 0)::double as intervals_estimated,
    coalesce(aside.rows_set_aside, 0)::double as rows_set_aside,
    coalesce(covered.has_row, false) as has_row,
    case
        when covered.resolution_minutes = 43200 then day(last_day(covered.local_date)) else 1
    end::integer as days
from covered
full outer join aside using (local_date)
order by 1
