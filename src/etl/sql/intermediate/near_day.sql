-- Ordinary days of the judged series in the fortnights around each clock change: what its days are compared with.
-- Grain: one series and period, for each clock change that it is near.
select
    near.source_id,
    near.series_id,
    near.local_date,
    near.resolution_minutes,
    near.energy,
    near.slots,
    judged_series.follows_people,
    transition.local_date as transition_date,
    transition.shift_minutes as transition_shift_minutes,
    transition.offset_before_minutes as transition_offset_before_minutes
from dated_day as near
inner join judged_series using (source_id, series_id)
inner join local_calendar as transition
    on near.local_date between transition.local_date - 14 and transition.local_date + 14
where near.shift_minutes = 0 and near.covers_day and transition.shift_minutes <> 0
