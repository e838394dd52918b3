-- What the rows of a series with a conversion held as they lie in the file, and what they hold afterwards:
-- the first must be what was read, the second is what must be shown or set aside.
-- Grain: one series of one source file, of those with a conversion or with counter states.
-- energy_in_file adds the values up as they lie in the file; of counter states that is a check sum, no
-- energy. Energy of counter states is what lies between them.
with stated as (
    select
        day.source_id,
        day.series_id,
        sum(list_sum(day.energy::decimal(38, 9)[])) as energy_in_file
    from meter_day as day
    semi join series_meaning using (series_id)
    group by day.source_id, day.series_id
),

converted as (
    select
        source_id,
        series_id,
        sum(list_sum(energy::decimal(38, 9)[])) as energy
    from metered_day
    semi join (select series_id from series_meaning where not is_register) as scaled using (series_id)
    group by source_id, series_id
    union all
    select
        source_id,
        series_id,
        sum(energy::decimal(38, 9)) as energy
    from register_state
    group by source_id, series_id
)

select
    stated.source_id,
    stated.series_id,
    coalesce(stated.energy_in_file, 0)::decimal(38, 9) as energy_in_file,
    coalesce(converted.energy, 0)::decimal(38, 9) as energy
from stated
left join converted using (source_id, series_id)
