-- Rows that count, with what the rules need to know of each, so that none of them looks into ordinary arrays.
-- A view: the figures were taken when the row came in.
-- Grain: one row that counts. local_date is the first of the month for monthly rows.
-- In the order in which stored_row is stored, series and then date, so that `lag(…) over ()` is the row before:
-- leaving rows out moves none.
select
    stored_day.series_id,
    stored_day.local_date,
    stored_day.resolution_minutes,
    stored_day.source_id,
    stored_day.source_row,
    stored_day.slots,
    stored_day.value_count,
    stored_day.total,
    stored_day.lowest,
    stored_day.highest,
    stored_day.may_be_stuck,
    stored_day.first_value,
    stored_day.equal_at_start,
    stored_day.last_value,
    stored_day.equal_at_end
from stored_day
where stored_day.refused_as is null and stored_day.repeated_as is null
