-- The rows of some series that are open already, none of which has any in a file that is added: they stay in their
-- order. Rows without a series come last.
-- Grain: one source row, in the columns of staged_row.
select
    source_id,
    source_row,
    series_id,
    local_date,
    resolution_minutes,
    resolution_inferred,
    short_energy,
    whole_energy,
    energy,
    slots,
    value_count,
    total,
    exact_total,
    lowest,
    highest,
    values_refused,
    is_whole,
    covers_day,
    may_be_stuck,
    first_value,
    equal_at_start,
    last_value,
    equal_at_end,
    refused_as,
    repeated_as
from stored_row
where series_id between getvariable('first_series')::integer and getvariable('last_series')::integer
    or (series_id is null and getvariable('last_series')::integer = 2147483647)
