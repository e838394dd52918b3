-- Every true interval of one zone in a stretch of UTC, as ICU tells local time.
-- Grain: one interval. An interval starts where the local clock shows a whole multiple of the resolution.
-- The value is different in every interval, so that a shifted hour cannot go unnoticed.
with tick as (
    select unnest(
        generate_series(
            make_timestamp(getvariable('from_ms')::bigint * 1000),
            make_timestamp(getvariable('to_ms')::bigint * 1000),
            interval 15 minute
        )
    ) as start_utc
),

local_tick as (
    select
        start_utc,
        timezone(getvariable('zone'), start_utc::timestamptz) as start_local
    from tick
)

select
    start_utc,
    start_local,
    start_local::date as local_date,
    (hour(start_local) * 60 + minute(start_local)) // getvariable('resolution') as slot,
    1000 + epoch(start_utc)::bigint // 900 % 1000003 as value
from local_tick
where minute(start_local) % least(60, getvariable('resolution')) = 0
    and start_local >= make_timestamp(getvariable('first_local_ms')::bigint * 1000)
    and start_local < make_timestamp(getvariable('end_local_ms')::bigint * 1000)
