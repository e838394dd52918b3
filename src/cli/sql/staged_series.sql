-- The series that were read, as their files state them.
-- Grain: one series.
select client_id, ext_dev_ref, fuel, channel, unit
from staged_series
order by series_id
