-- How often each load occurs in one series, in a window of local time: from inclusive, to exclusive.
-- Grain: one class of load that has readings. Rates are energy per hour; a class holds rate_from and ends
-- before rate_to. The class width is 1, 2 or 5 times a power of ten, so that about 15 to 40 classes
-- cover everything. minutes is the time spent in the class, energy what was used in it.
with known as (
    select
        interval_minutes,
        energy,
        energy * 60 / interval_minutes as rate
    from reading
    where series_id = getvariable('series_id')
        and energy is not null
        and start_utc + to_minutes(utc_offset_minutes) >= epoch_ms(getvariable('from_date_ms')::bigint)
        and start_utc + to_minutes(utc_offset_minutes) < epoch_ms(getvariable('to_date_ms')::bigint)
),

span as (
    select (max(rate) - min(rate)) / 40 as least_width from known
),

scale as (
    select
        case when least_width > 0 then pow(10, floor(log10(least_width))) else 1 end as power,
        case when least_width > 0 then least_width else 1 end as least_width
    from span
),

class as (
    select
        case
            when least_width <= power then power
            when least_width <= 2 * power then 2 * power
            when least_width <= 5 * power then 5 * power
            else 10 * power
        end as width
    from scale
)

select
    floor(known.rate / class.width) * class.width as rate_from,
    (floor(known.rate / class.width) + 1) * class.width as rate_to,
    sum(known.interval_minutes)::double as minutes,
    sum(known.energy) as energy
from known
cross join class
group by all
order by rate_from
