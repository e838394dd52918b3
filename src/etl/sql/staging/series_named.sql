-- Series with their fuel, channel and units: what the person set for the series, else what the file states,
-- else what the policy assumes; and the flag that says that nobody stated the unit.
-- Grain: one series. series_rank is the order of the analytical table. series_key names the series by what
-- the file states, so that a choice finds it again in another run. unit is what energy is shown in, stated_unit
-- what was stated or assumed before any conversion. kind_id is one number for each fuel × channel × unit.
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
),

named as (
    select
        keyed.series_id,
        row_number() over (
            order by client_id, ext_dev_ref, keyed.fuel, keyed.channel, keyed.unit
        )::integer as series_rank,
        keyed.client_id,
        keyed.ext_dev_ref,
        coalesce(setting.fuel, keyed.fuel, policy.assumed_fuel) as fuel,
        coalesce(setting.channel, keyed.channel, policy.assumed_channel) as channel,
        coalesce(meaning.unit, setting.unit, keyed.unit, policy.assumed_unit) as unit,
        coalesce(setting.unit, keyed.unit, policy.assumed_unit) as stated_unit,
        setting.unit is null and keyed.unit is null as unit_assumed,
        keyed.series_key,
        setting.capacity_kw,
        coalesce(meaning.is_register, false) as is_register
    from keyed
    left join series_setting as setting using (series_key)
    left join series_meaning as meaning using (series_id)
    cross join policy
)

select
    named.*,
    min(series_id) over (partition by fuel, channel, unit) as kind_id
from named
