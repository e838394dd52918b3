-- Rows of repeated periods, each held against the one before it, so that the array of a row that is told again and
-- again is looked at once and copied nowhere: `lag(…) over ()` has it at hand.
-- Grain: one source row of a series and period that occurs more than once.
-- Rows of one run_number are equal: neighbours with the same resolution and array, in whatever order the join
-- hands them on. Rows of two runs may be equal all the same, where another one lies between them: duplicate_row
-- holds those against each other that look alike.
with followed as (
    select
        row_position,
        repeated_row.first_position,
        stored_day.source_id,
        stored_day.source_row,
        coalesce(
            lag(repeated_row.first_position) over () = repeated_row.first_position
            and lag(stored_day.resolution_minutes) over () = stored_day.resolution_minutes
            and lag(stored_day.energy) over () is not distinct from stored_day.energy,
            false
        ) as equals_before
    from stored_day
    inner join repeated_row using (row_position)
)

select
    row_position,
    first_position,
    source_id,
    source_row,
    (sum((not equals_before)::integer) over (rows unbounded preceding))::integer as run_number
from followed
