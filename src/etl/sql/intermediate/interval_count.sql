-- How many real intervals each transition date has, for each resolution in use.
-- Grain: one transition date and resolution.
select
    local_date,
    resolution_minutes,
    count(*) as intervals
from transition_interval
group by local_date, resolution_minutes
