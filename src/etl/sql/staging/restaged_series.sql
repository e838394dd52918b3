-- The series that are open already, so that an added file numbers on from them.
-- Grain: one series.
select series_id, client_id, ext_dev_ref, fuel, channel, unit
from series
