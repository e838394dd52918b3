-- The ledger: what was read, what is shown and what was set aside, file by file and series by series.
-- Grain: one series of one source file.
select *
from ledger
