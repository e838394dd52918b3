-- Total energy per local month. Each series by itself: channels, fuels and units are never added up.
-- Grain: one local month of one series.
select
    ext_dev_ref,
    fuel,
    channel,
    unit,
    date_trunc('month', timestamp_local)::date as local_month,
    sum(energy) as energy,
    count(*) as intervals,
    count(energy) as intervals_with_a_value
from analytical
group by all
order by all
