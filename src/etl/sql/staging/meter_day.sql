-- Every source row with its array folded, and whether it counts: stored_day with how
-- repeated periods were settled. A view, so that no array is stored twice.
-- Grain: one source row; at most one row per series and period has row_status `kept`.
-- local_date is the first of the month for monthly rows. In the order of stored_row, which is sorted by
-- series and date before the models run, so that one meter is a short scan.
select
    stored_day.series_id,
    stored_day.local_date,
    stored_day.resolution_minutes,
    stored_day.resolution_inferred,
    stored_day.energy,
    stored_day.slots,
    stored_day.value_count,
    stored_day.total,
    stored_day.lowest,
    stored_day.highest,
    coalesce(stored_day.refused_as, stored_day.repeated_as, 'kept') as row_status,
    stored_day.values_refused,
    stored_day.is_whole,
    stored_day.covers_day,
    stored_day.may_be_stuck,
    stored_day.first_value,
    stored_day.equal_at_start,
    stored_day.last_value,
    stored_day.equal_at_end,
    stored_day.source_id,
    stored_day.source_row
from stored_day
