-- The rows that some rule must look into: few, on honest data.
-- Grain: one row that counts. Stored apart from odd_day, so that the engine knows how few they are before it
-- fetches their arrays.
with bounds as (
    select
        series_id,
        max(lower_per_minute) as lower_per_minute,
        min(upper_per_minute) as upper_per_minute
    from series_limit
    group by series_id
)

select
    day.series_id,
    day.local_date,
    day.resolution_minutes,
    day.source_id,
    day.source_row,
    day.slots,
    day.lowest,
    day.highest,
    day.may_be_stuck,
    if(day.is_register, 0, coalesce(day_step.equal_before, 0)) as equal_before,
    day.factor
from metered_figure as day
left join bounds using (series_id)
left join zero_limit using (series_id)
left join day_step
    on day_step.source_id = day.source_id
    and day_step.source_row = day.source_row
    and day_step.series_id = day.series_id
    and day_step.local_date = day.local_date
where day.may_be_stuck
    or (day_step.equal_before > 0 and not day.is_register)
    or day.lowest < bounds.lower_per_minute * day.resolution_minutes
    or day.highest > bounds.upper_per_minute * day.resolution_minutes
    or (day.lowest <= 0 and zero_limit.most_intervals < day.slots)
