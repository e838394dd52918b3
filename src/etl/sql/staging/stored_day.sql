-- The stored rows with the array of each in one column, whichever of three it lies in, and the date of its period:
-- local_date is the first of the month for monthly rows.
-- Grain: one source row, in the order of stored_row, which is sorted by series and date. row_position, the engine's own
-- number of a stored row, is its place in that order: rows are stored once and never moved, and a join by it is cheap.
-- A case and no coalesce: where all rows of a portion are of one kind, the engine copies no array.
select
    stored_row.rowid as row_position,
    stored_row.* exclude (short_energy, whole_energy) replace (
        case
            when stored_row.resolution_minutes = 43200 then date_trunc('month', stored_row.local_date)::date
            else stored_row.local_date
        end as local_date,
        case
            when stored_row.short_energy is not null then stored_row.short_energy::double[]
            when stored_row.whole_energy is not null then stored_row.whole_energy::double[]
            else stored_row.energy
        end as energy
    )
from stored_row
