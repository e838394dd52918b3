-- Series with what the file does not state filled from the policy, and the flag that says so.
-- Grain: one series. series_rank is the order of the analytical table.
select
    series_id,
    row_number() over (order by client_id, ext_dev_ref, series.fuel, series.channel, series.unit)::integer as series_rank,
    client_id,
    ext_dev_ref,
    coalesce(series.fuel, policy.assumed_fuel) as fuel,
    coalesce(series.channel, policy.assumed_channel) as channel,
    coalesce(series.unit, policy.assumed_unit) as unit,
    series.unit is null as unit_assumed
from series
cross join policy
