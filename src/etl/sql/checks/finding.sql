-- What a person should know about a series, by named rule.
-- What happened to a counter is told once, by its intervals; only its edge, which is no trouble, by what is set aside.
-- Grain: one rule of one series. Count is in readings, except for rules that set whole rows aside,
-- where it is in rows, and set-aside values, where it is in values.
with part as (
    select
        reason as rule,
        'set_aside' as severity,
        series_id,
        sum(if(row_count > 0, row_count, value_count))::bigint as finding_count,
        min(first_date) as first_date,
        max(last_date) as last_date
    from set_aside
    where reason not in ('register_gap', 'register_reset', 'register_fall', 'register_roll_over')
    group by reason, series_id
    union all
    select
        coalesce(quality_rule, quality) as rule,
        'finding' as severity,
        series_id,
        count(*) as finding_count,
        min(local_date) as first_date,
        max(local_date) as last_date
    from judged_interval
    where (quality not in ('measured', 'suspect')
            or quality_rule = 'register_roll_over'
            or starts_with(quality_rule, 'source_'))
        and quality_rule is distinct from 'register_edge'
    group by all
    union all
    select
        'null_in_source' as rule,
        'finding' as severity,
        series_id,
        sum(intervals - value_count)::bigint as finding_count,
        min(local_date) as first_date,
        max(local_date) as last_date
    from ordinary_day
    where value_count < intervals
    group by series_id
    union all
    select
        'resolution_inferred' as rule,
        'finding' as severity,
        series_id,
        count(*) as finding_count,
        min(local_date) as first_date,
        max(local_date) as last_date
    from meter_day
    where resolution_inferred
    group by series_id
    union all
    select
        rule,
        severity,
        series_id,
        sum(finding_count)::bigint as finding_count,
        min(local_date) as first_date,
        max(last_date) as last_date
    from rule_place
    group by rule, severity, series_id
)

select
    rule,
    severity,
    series_id,
    sum(finding_count)::bigint as finding_count,
    min(first_date) as first_date,
    max(last_date) as last_date
from part
group by rule, severity, series_id
