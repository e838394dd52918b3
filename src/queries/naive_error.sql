-- What a naive unfold does to one series: every local day taken as 24 fixed hours, one after another from
-- the first midnight on. It is compared with where the same energy truly belongs.
-- Grain: one row. hours_misplaced: time whose reading stands at another instant. energy_in_wrong_hour, _day
-- and _month: energy that stands in another hour, local date or local month (half of all differences).
-- Costs are energy × an example day-ahead price per unit of energy by local hour: an example, no market's
-- prices. Values that were set aside take no part.
with origin as (
    select
        day.local_date as first_date,
        calendar.start_utc as origin_utc
    from placed_day as day
    inner join local_calendar as calendar using (local_date)
    where day.series_id = getvariable('series_id')
        and day.resolution_minutes < 1440
        and day.layout <> 'wrong_length'
    order by day.local_date
    limit 1
),

moved as (
    select
        reading.start_utc,
        reading.interval_minutes,
        reading.energy,
        origin.origin_utc + to_minutes(
            (
                ((reading.start_utc + to_minutes(reading.utc_offset_minutes))::date - origin.first_date) * 1440
                + reading.source_slot * reading.interval_minutes
            )::integer
        ) as naive_utc
    from reading
    cross join origin
    where reading.series_id = getvariable('series_id')
        and reading.interval_minutes < 1440
        and reading.energy is not null
        and reading.source_slot is not null
),

-- By hour of UTC and quarter of it, in which no zone changes its offset.
entry as (
    select
        at_utc,
        sum(true_energy) as true_energy,
        sum(naive_energy) as naive_energy
    from (
        select
            start_utc as at_utc,
            energy as true_energy,
            0 as naive_energy
        from moved
        union all
        select
            naive_utc as at_utc,
            0 as true_energy,
            energy as naive_energy
        from moved
    ) as both_ways
    group by at_utc
),

located as (
    select
        entry.at_utc,
        entry.true_energy,
        entry.naive_energy,
        calendar.local_date,
        hour(
            entry.at_utc + to_minutes(
                case
                    when entry.at_utc >= calendar.start_utc + to_minutes(calendar.transition_elapsed_minutes)
                        then calendar.offset_after_minutes
                    else calendar.offset_before_minutes
                end
            )
        ) as local_hour
    from (
        select
            *,
            unnest([at_utc::date - 1, at_utc::date, at_utc::date + 1]) as maybe_date
        from entry
    ) as entry
    inner join local_calendar as calendar on calendar.local_date = entry.maybe_date
    where entry.at_utc >= calendar.start_utc
        and entry.at_utc < calendar.start_utc + to_minutes(calendar.day_minutes::integer)
),

by_hour as (
    select sum(naive_energy) - sum(true_energy) as difference
    from located
    group by date_trunc('hour', at_utc)
),

by_day as (
    select
        local_date,
        sum(naive_energy) - sum(true_energy) as difference
    from located
    group by local_date
),

by_month as (
    select sum(difference) as difference
    from by_day
    group by date_trunc('month', local_date)
),

example_price as (
    select
        generate_subscripts(prices, 1) - 1 as local_hour,
        unnest(prices) as price
    from (
        select
            [
                0.062, 0.058, 0.055, 0.054, 0.056, 0.068, 0.094, 0.124, 0.132, 0.112, 0.092, 0.081,
                0.074, 0.069, 0.071, 0.082, 0.104, 0.138, 0.158, 0.149, 0.121, 0.098, 0.082, 0.070
            ]::double [] as prices
    ) as listed
),

cost as (
    select
        sum(located.true_energy * example_price.price) as true_cost,
        sum(located.naive_energy * example_price.price) as naive_cost
    from located
    inner join example_price using (local_hour)
)

select
    (select sum(interval_minutes) / 60 from moved)::double as hours,
    (select coalesce(sum(interval_minutes) filter (where naive_utc <> start_utc), 0) / 60 from moved)::double
    as hours_misplaced,
    (select sum(energy) from moved) as total_energy,
    (select sum(abs(difference)) / 2 from by_hour) as energy_in_wrong_hour,
    (select count(*) from by_day)::double as days,
    (select count(*) filter (where abs(difference) > 1e-9) from by_day)::double as days_wrong,
    (select sum(abs(difference)) / 2 from by_day) as energy_in_wrong_day,
    (select count(*) from by_month)::double as months,
    (select count(*) filter (where abs(difference) > 1e-9) from by_month)::double as months_wrong,
    (select sum(abs(difference)) / 2 from by_month) as energy_in_wrong_month,
    cost.true_cost,
    cost.naive_cost,
    (select min(price) from example_price)::double as lowest_price,
    (select max(price) from example_price)::double as highest_price
from cost
