-- Local dates (months for monthly rows) between a series' first and last row that no kept row covers.
-- Grain: one series and period. resolution_minutes is that of the nearest earlier row.
-- quality_rule names why: day_absent, or the status of the row that was set aside.
with known as (
    select
        series_id,
        local_date,
        resolution_minutes,
        resolution_minutes = 43200 as is_month,
        row_status,
        source_id
    from meter_day
    where resolution_minutes is not null and row_status not in ('null_key', 'date_out_of_range')
),

span as (
    select
        series_id,
        is_month,
        min(local_date) as first_date,
        max(local_date) as last_date,
        count(*) filter (where row_status = 'kept') as kept
    from known
    group by series_id, is_month
),

-- Months of series that have both months and days: what one of them tells is not absent in the other.
told_month as (
    select distinct
        known.series_id,
        known.is_month,
        date_trunc('month', known.local_date)::date as local_month
    from known
    semi join (select series_id from span group by series_id having count(*) > 1) as mixed using (series_id)
    where known.row_status = 'kept'
),

short_span as (
    select *
    from span
    where kept < if(
        is_month,
        date_diff('month', first_date, last_date),
        date_diff('day', first_date, last_date)
    ) + 1
),

expected as (
    select
        short_span.series_id,
        short_span.is_month,
        calendar.local_date
    from short_span
    inner join local_calendar as calendar
        on calendar.local_date between short_span.first_date and short_span.last_date
        and (not short_span.is_month or day(calendar.local_date) = 1)
),

uncovered as (
    select expected.*
    from expected
    where not exists (
        select 1
        from known
        where known.series_id = expected.series_id
            and known.is_month = expected.is_month
            and known.local_date = expected.local_date
            and known.row_status = 'kept'
    )
    and not exists (
        select 1
        from told_month
        where told_month.series_id = expected.series_id
            and told_month.is_month <> expected.is_month
            and told_month.local_month = date_trunc('month', expected.local_date)::date
    )
),

set_aside_row as (
    select
        series_id,
        is_month,
        local_date,
        min(row_status) as row_status
    from known
    where row_status <> 'kept'
    group by all
)

select
    uncovered.series_id,
    uncovered.local_date,
    nearest.resolution_minutes,
    coalesce(set_aside_row.row_status, 'day_absent') as quality_rule,
    nearest.source_id as nearest_source_id
from uncovered
asof inner join known as nearest
    on nearest.series_id = uncovered.series_id
    and nearest.is_month = uncovered.is_month
    and uncovered.local_date >= nearest.local_date
left join set_aside_row
    on set_aside_row.series_id = uncovered.series_id
    and set_aside_row.is_month = uncovered.is_month
    and set_aside_row.local_date = uncovered.local_date
