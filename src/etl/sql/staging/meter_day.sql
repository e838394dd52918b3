-- Every source row with its array folded, and whether it counts. The only large table.
-- Grain: one source row; at most one row per series and period has row_status `kept`.
-- local_date is the first of the month for monthly rows. In the order of staged_row, which is sorted by
-- series and date before the models run, so that one meter is a short scan.
select
    staged_row.series_id,
    case
        when staged_row.resolution_minutes = 43200 then date_trunc('month', staged_row.local_date)::date
        else staged_row.local_date
    end as local_date,
    staged_row.resolution_minutes,
    staged_row.resolution_inferred,
    staged_row.energy,
    staged_row.slots,
    staged_row.lowest,
    staged_row.highest,
    case
        when staged_row.series_id is null then 'null_key'
        when staged_row.set_aside_as is not null then staged_row.set_aside_as
        when staged_row.local_date not between date '1900-01-01' and date '2199-12-31' then 'date_out_of_range'
        when staged_row.slots = 0 then 'empty_array'
        when staged_row.resolution_minutes is null then 'unreadable_resolution'
        else coalesce(duplicate_row.row_status, 'kept')
    end as row_status,
    staged_row.values_refused,
    staged_row.is_whole,
    staged_row.source_id,
    staged_row.source_row
from staged_row
-- A reader that folds rows may begin several days in one row.
left join duplicate_row using (source_id, source_row, series_id, local_date)
