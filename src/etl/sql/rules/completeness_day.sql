-- Rule `completeness_day`: half of a local day or more has no value.
-- Threshold: more than 50 % of the day's true minutes, of 23, 24 or 25 hours. Source: CalTRACK 2.2.
-- Severity: finding.
-- Grain: one local date of one series. Counts the intervals without a value.
select
    'completeness_day' as rule,
    'finding' as severity,
    day.series_id,
    day.source_id,
    day.source_row,
    day.local_date,
    day.local_date as last_date,
    null::integer as first_slot,
    greatest(calendar.day_minutes // day.resolution_minutes - day.value_count, 1)::bigint as finding_count,
    day.value_count * day.resolution_minutes / calendar.day_minutes as found,
    setting.threshold
from kept_row as day
inner join local_calendar as calendar using (local_date)
inner join rule_setting as setting on setting.rule = 'completeness_day'
where day.resolution_minutes <= 1440
    and calendar.day_minutes > 0
    and day.value_count * day.resolution_minutes <= setting.threshold * calendar.day_minutes
union all
select
    'completeness_day' as rule,
    'finding' as severity,
    absent_period.series_id,
    null as source_id,
    null as source_row,
    absent_period.local_date,
    absent_period.local_date as last_date,
    null::integer as first_slot,
    greatest(calendar.day_minutes // absent_period.resolution_minutes, 1)::bigint as finding_count,
    0 as found,
    setting.threshold
from absent_period
inner join local_calendar as calendar using (local_date)
inner join rule_setting as setting on setting.rule = 'completeness_day'
where absent_period.resolution_minutes <= 1440 and calendar.day_minutes > 0
