-- How many rows may not count because their period is told again: those of repeated periods, and monthly rows,
-- beside which days may stand.
-- Grain: one row.
select
    (select count(*) from repeated_row)::integer
    + (select count(*) from stored_row where resolution_minutes = 43200)::integer as row_count
