-- The rows that some rule must look into, with their arrays: few, on honest data.
-- Grain: one row that counts.
with bounds as (
    select
        series_id,
        max(lower_per_minute) as lower_per_minute,
        min(upper_per_minute) as upper_per_minute
    from series_limit
    group by series_id
),

flagged as materialized (
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
        day.equal_before
    from day_figure as day
    left join bounds using (series_id)
    left join zero_limit using (series_id)
    where day.may_be_stuck
        or day.equal_before > 0
        or day.lowest < bounds.lower_per_minute * day.resolution_minutes
        or day.highest > bounds.upper_per_minute * day.resolution_minutes
        or (day.lowest <= 0 and zero_limit.most_intervals < day.slots)
)

select
    flagged.*,
    source.energy
from meter_day as source
inner join flagged using (source_id, source_row)
