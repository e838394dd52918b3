-- Ordinary days of the judged series in the fortnights around each clock change: what its days are compared with.
-- Grain: one series and period, for each clock change that it is near.
-- Dates are listed and joined as such: between two bounds the engine would sort the days, arrays and all.
with near_date as (
    select
        local_date as transition_date,
        shift_minutes as transition_shift_minutes,
        offset_before_minutes as transition_offset_before_minutes,
        local_date + unnest(range(-14, 15))::integer as local_date
    from local_calendar
    where shift_minutes <> 0
)

select
    near.source_id,
    near.series_id,
    near.local_date,
    near.resolution_minutes,
    near.energy,
    near.slots,
    judged_series.follows_people,
    near_date.transition_date,
    near_date.transition_shift_minutes,
    near_date.transition_offset_before_minutes
from dated_day as near
inner join judged_series using (source_id, series_id)
inner join near_date using (local_date)
where near.shift_minutes = 0 and near.covers_day
