-- Stored rows of which it has changed whether their period is told again: what `repeated_as` is to be.
-- Grain: one source row.
select
    stored_row.rowid as row_position,
    duplicate_row.row_status as value
from stored_row
left join duplicate_row on duplicate_row.row_position = stored_row.rowid
where stored_row.repeated_as is distinct from duplicate_row.row_status
