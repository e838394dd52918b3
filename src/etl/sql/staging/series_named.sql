-- Series with their fuel, channel and unit: what the person set for the series, else what the file states,
-- else what the policy assumes; and the flag that says that nobody stated the unit.
-- Grain: one series. series_rank is the order of the analytical table. series_key names the series by what
-- the file states, so that a choice finds it again in another run.
with keyed as (
    select
        series.*,
        concat_ws(
            chr(31),
            client_id,
            ext_dev_ref,
            coalesce(fuel, ''),
            coalesce(channel, ''),
            coalesce(unit, '')
        ) as series_key
    from series
)

select
    keyed.series_id,
    row_number() over (order by client_id, ext_dev_ref, keyed.fuel, keyed.channel, keyed.unit)::integer as series_rank,
    keyed.client_id,
    keyed.ext_dev_ref,
    coalesce(setting.fuel, keyed.fuel, policy.assumed_fuel) as fuel,
    coalesce(setting.channel, keyed.channel, policy.assumed_channel) as channel,
    coalesce(setting.unit, keyed.unit, policy.assumed_unit) as unit,
    setting.unit is null and keyed.unit is null as unit_assumed,
    keyed.series_key
from keyed
left join series_setting as setting using (series_key)
cross join policy
