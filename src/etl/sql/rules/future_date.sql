-- Rule `future_date`: a row dated after the day of the run.
-- Threshold: that day, in UTC, and one more for the zones ahead of it. Source: nothing is measured before it
-- happens; it may be a forecast, or day and month the wrong way round. Severity: finding.
-- Grain: one row. `found` is how many days ahead it is.
select
    'future_date' as rule,
    'finding' as severity,
    day.series_id,
    day.source_id,
    day.source_row,
    day.local_date,
    day.local_date as last_date,
    null::integer as first_slot,
    1::bigint as finding_count,
    (day.local_date - run_clock.run_date)::double as found,
    1::double as threshold
from kept_row as day
cross join run_clock
inner join rule_setting as setting on setting.rule = 'future_date'
where day.local_date > run_clock.run_date + 1
