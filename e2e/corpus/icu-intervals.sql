-- Instants $step minutes apart and the wall clock of a zone at each, by DuckDB's ICU.
-- Grain: one instant between two days before $first and three days after $last.
select
    epoch_ms(instant) as utc,
    epoch_ms(timezone($zone, instant::timestamptz)) as local
from generate_series(
    $first::timestamp - interval 2 day,
    $last::timestamp + interval 3 day,
    to_minutes($step)
) as step(instant)
order by instant
