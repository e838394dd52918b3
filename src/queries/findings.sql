-- The findings, one line per rule and series.
-- Grain: one rule of one series.
select
    rule,
    severity,
    series_id,
    finding_count::double as count,
    first_date,
    last_date
from finding
order by rule, severity, series_id
