-- The series whose ordinary days are compared with their transition days: at most 200 of each file,
-- by the order of their names. More would cost time and change nothing.
-- Grain: one series of one source file.
with touched as (
    select distinct
        source_id,
        series_id
    from uneven_day
    where shift_minutes <> 0 and resolution_minutes < 1440 and slots > 1
)

select
    touched.source_id,
    touched.series_id,
    coalesce(series.channel, 'consumption') not in ('export', 'production') as follows_people
from touched
inner join series using (series_id)
qualify row_number() over (
    partition by touched.source_id
    order by series.client_id, series.ext_dev_ref, series.fuel, series.channel, series.unit
) <= 200
