-- The zones that ICU knows.
-- Grain: one zone name.
select name as zone
from pg_timezone_names()
where name like '%/%' or name = 'UTC'
order by name
