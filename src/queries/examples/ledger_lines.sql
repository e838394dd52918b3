-- The ledger: what was read, what is shown and what was set aside, file by file and series by series.
from ledger
