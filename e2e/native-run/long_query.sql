-- Work for many seconds, to be interrupted.
-- Grain: one row.
select sum(hash(one.i, two.i))::double as total
from range(1000000) as one(i)
cross join range(1000000) as two(i)
