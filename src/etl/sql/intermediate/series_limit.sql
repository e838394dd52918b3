-- The limits that single values are held to, of every rule that doubts single values.
-- Grain: one rule of one series. A value is doubted below lower_per_minute or above upper_per_minute,
-- times the minutes of its interval.
select series_id, rule, lower_per_minute, upper_per_minute, most_share, most_values, beyond
from absurd_magnitude
union all
select series_id, rule, lower_per_minute, upper_per_minute, most_share, most_values, beyond
from negative
union all
select series_id, rule, lower_per_minute, upper_per_minute, most_share, most_values, beyond
from over_capacity
union all
select series_id, rule, lower_per_minute, upper_per_minute, most_share, most_values, beyond
from spike
