-- Every source row with its array folded, and whether it counts: stored_row, the only large table, with how
-- repeated periods were settled. A view, so that no array is stored twice.
-- Grain: one source row; at most one row per series and period has row_status `kept`.
-- local_date is the first of the month for monthly rows. In the order of stored_row, which is sorted by
-- series and date before the models run, so that one meter is a short scan.
select
    stored_row.series_id,
    case
        when stored_row.resolution_minutes = 43200 then date_trunc('month', stored_row.local_date)::date
        else stored_row.local_date
    end as local_date,
    stored_row.resolution_minutes,
    stored_row.resolution_inferred,
    stored_row.energy,
    stored_row.slots,
    stored_row.value_count,
    stored_row.total,
    stored_row.lowest,
    stored_row.highest,
    coalesce(stored_row.refused_as, duplicate_row.row_status, 'kept') as row_status,
    stored_row.values_refused,
    stored_row.is_whole,
    stored_row.covers_day,
    stored_row.may_be_stuck,
    stored_row.first_value,
    stored_row.equal_at_start,
    stored_row.last_value,
    stored_row.equal_at_end,
    stored_row.source_id,
    stored_row.source_row
from stored_row
-- A reader that folds rows may begin several days in one row.
left join duplicate_row using (source_id, source_row, series_id, local_date)
