-- The ledger as it stands, to be held against the one that a choice would give.
-- Grain: one series of one source file.
select
    source_id,
    series_id,
    readings,
    readings_split,
    readings_missing,
    energy_shown,
    energy_set_aside,
    values_set_aside
from ledger
