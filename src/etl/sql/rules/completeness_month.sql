-- Rule `completeness_month`: more than a tenth of a local month has no value.
-- Threshold: at least 90 % of the month's true hours. Source: CalTRACK 2.2. Severity: finding.
-- Grain: one local month of one series, of the months between its first and last date that lie there whole.
-- Counts the hours without a value. Minutes are multiplied as doubles, which are exact and take a third of the time.
with known as (
    select
        series_id,
        date_trunc('month', local_date)::date as local_month,
        sum(value_count::double * resolution_minutes)::bigint as minutes
    from kept_row
    where resolution_minutes <= 1440
    group by all
),

expected as (
    select
        series_figure.series_id,
        local_month.local_date,
        local_month.minutes
    from series_figure
    inner join local_month
        on local_month.local_date >= series_figure.first_date
        and last_day(local_month.local_date) <= series_figure.last_date
    where series_figure.max_resolution_minutes <= 1440
)

select
    'completeness_month' as rule,
    'finding' as severity,
    expected.series_id,
    null::integer as source_id,
    null::integer as source_row,
    expected.local_date,
    last_day(expected.local_date) as last_date,
    null::integer as first_slot,
    ((expected.minutes - coalesce(known.minutes, 0)) // 60)::bigint as finding_count,
    coalesce(known.minutes, 0) / expected.minutes as found,
    setting.threshold
from expected
inner join rule_setting as setting on setting.rule = 'completeness_month'
left join known
    on known.series_id = expected.series_id
    and known.local_month = expected.local_date
where coalesce(known.minutes, 0) < setting.threshold * expected.minutes
