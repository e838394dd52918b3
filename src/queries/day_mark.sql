-- Every day as it stands, so that it can be told whether a choice would change it.
-- Grain: one series and period.
select
    series_id,
    local_date,
    resolution_minutes,
    source_id,
    hash(start_utc, energy, intervals) as mark
from reading_day
