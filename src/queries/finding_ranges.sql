-- The stretches of neighbouring dates on which the checks noticed something about one series: where on the
-- time line a finding is, when it is spread over much of it. Places of more than a month say nothing of any day.
-- Grain: one rule and stretch of dates, the first in time first; the 400 first.
with place as (
    select
        rule,
        severity,
        local_date,
        coalesce(last_date, local_date) as last_date,
        finding_count
    from finding_place
    where series_id = getvariable('series_id')
        and local_date is not null
        and coalesce(last_date, local_date) - local_date <= 31
),

begun as (
    select
        *,
        coalesce(
            local_date > max(last_date) over (
                partition by rule, severity
                order by local_date, last_date
                rows between unbounded preceding and 1 preceding
            ) + 1,
            true
        ) as begins
    from place
),

numbered as (
    select
        *,
        count(*) filter (where begins) over (
            partition by rule, severity
            order by local_date, last_date
            rows between unbounded preceding and current row
        ) as stretch
    from begun
)

select
    rule,
    severity,
    getvariable('series_id')::integer as series_id,
    sum(finding_count)::double as count,
    min(local_date) as first_date,
    max(last_date) as last_date
from numbered
group by rule, severity, stretch
order by first_date, rule
limit 400
