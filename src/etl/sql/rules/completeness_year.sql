-- Rule `completeness_year`: more than a tenth of a calendar year's days has too few values.
-- Threshold: at least 90 % of days with more than half of their intervals. Source: CalTRACK 2.2.
-- Severity: finding.
-- Grain: one calendar year of one series, of the years that lie whole between its first and last date.
-- Counts the days that are short of values.
with known as (
    select
        day.series_id,
        date_trunc('year', day.local_date)::date as local_year,
        count(*) as days
    from kept_row as day
    inner join local_calendar as calendar using (local_date)
    where day.resolution_minutes <= 1440 and day.value_count * day.resolution_minutes * 2 > calendar.day_minutes
    group by all
),

expected as (
    select
        series_figure.series_id,
        date_trunc('year', local_month.local_date)::date as local_year,
        (date_trunc('year', local_month.local_date) + interval 1 year)::date
        - date_trunc('year', local_month.local_date)::date as days
    from series_figure
    inner join local_month
        on month(local_month.local_date) = 1
        and local_month.local_date >= series_figure.first_date
        and (local_month.local_date + interval 1 year)::date - 1 <= series_figure.last_date
    where series_figure.max_resolution_minutes <= 1440
)

select
    'completeness_year' as rule,
    'finding' as severity,
    expected.series_id,
    null::integer as source_id,
    null::integer as source_row,
    expected.local_year as local_date,
    (expected.local_year + interval 1 year)::date - 1 as last_date,
    null::integer as first_slot,
    (expected.days - coalesce(known.days, 0))::bigint as finding_count,
    coalesce(known.days, 0) / expected.days as found,
    setting.threshold
from expected
inner join rule_setting as setting on setting.rule = 'completeness_year'
left join known
    on known.series_id = expected.series_id
    and known.local_year = expected.local_year
where coalesce(known.days, 0) < setting.threshold * expected.days
