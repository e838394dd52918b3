-- Rows that count on the days on which the clocks change, and those whose array is no whole day: the few that
-- evidence, special intervals and reasons to set aside are looked for in.
-- Grain: one series and period, in the columns of dated_day.
-- Asked for one by one: under one `or` the engine would open the array of every day first.
-- Arrays with slots for a 25th hour on ordinary days stay out: a file that has them has nothing else.
select *
from dated_day
where shift_minutes <> 0
union all
select *
from dated_day
where shift_minutes = 0
    and not covers_day
    and (resolution_minutes > 1440 or slots * resolution_minutes not between 1441 and 1500)
