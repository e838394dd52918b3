-- How many files keep a clock that never changes.
-- Grain: one row.
select count(*) as files
from convention
where clock_offset_minutes is not null
