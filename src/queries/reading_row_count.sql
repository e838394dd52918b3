-- How many rows the unfolded views have, from the folded arrays: nothing is unfolded to be counted.
-- Grain: one row.
select coalesce(sum(len(energy)), 0)::double as row_count
from reading_day
