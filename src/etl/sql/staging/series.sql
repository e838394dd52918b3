-- Who is metered: client, meter, fuel, channel and unit as the files state them.
-- Grain: one series.
select series_id, client_id, ext_dev_ref, fuel, channel, unit
from staged_series
