-- Where values are missing: intervals without a value in each month, and why.
-- Grain: one month, channel and rule.
select
    ext_dev_ref,
    channel,
    date_trunc('month', timestamp_local)::date as local_month,
    quality_rule,
    count(*) as missing_intervals
from analytical
where energy is null
group by all
order by all
