-- Ledger lines that do not balance. Any row here is a bug, and fails the run.
-- Grain: one series of one source file.
select
    source_id,
    series_id,
    rows_difference,
    values_difference,
    energy_difference::varchar as energy_difference,
    file_difference::varchar as file_difference
from ledger
where rows_difference <> 0 or values_difference <> 0 or energy_difference <> 0 or file_difference <> 0
