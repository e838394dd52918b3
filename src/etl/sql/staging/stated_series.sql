-- What the files state of each series, from which its key and its unit follow.
-- Grain: one series.
select series_id, client_id, ext_dev_ref, fuel, channel, unit
from series
