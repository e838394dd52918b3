-- Rows that count, with what the rules need to know of each, so that none of them looks into ordinary arrays.
-- A view: the figures were taken when the row came in.
-- Grain: one row that counts. local_date is the first of the month for monthly rows.
-- In the order in which stored_row is stored, series and then date, so that `lag(…) over ()` is the row before:
-- leaving rows out moves none.
select
    stored_row.series_id,
    case
        when stored_row.resolution_minutes = 43200 then date_trunc('month', stored_row.local_date)::date
        else stored_row.local_date
    end as local_date,
    stored_row.resolution_minutes,
    stored_row.source_id,
    stored_row.source_row,
    stored_row.slots,
    stored_row.value_count,
    stored_row.total,
    stored_row.lowest,
    stored_row.highest,
    stored_row.may_be_stuck,
    stored_row.first_value,
    stored_row.equal_at_start,
    stored_row.last_value,
    stored_row.equal_at_end
from stored_row
where stored_row.refused_as is null and stored_row.repeated_as is null
