-- By what the values of a series are multiplied and divided to be shown in its unit.
-- Grain: one resolution of one series with a conversion; of days and months, one local date of it.
-- A reading that is power, an average over its interval, counts by the hours of it: 23 or 25 for a day on which
-- the clocks change. The two factors are brought to lowest terms first, so that a power of ten or a quarter
-- of an hour is one exact operation. Null factors: power of a date that the calendar does not have.
with stretch as (
    select distinct
        day.series_id,
        day.resolution_minutes,
        case when day.resolution_minutes >= 1440 then day.local_date end as local_date,
        meaning.per_hour,
        meaning.numerator,
        meaning.denominator
    from meter_day as day
    inner join series_meaning as meaning using (series_id)
    where meaning.numerator is not null
),

measured as (
    select
        stretch.*,
        case
            when not per_hour then 1
            when resolution_minutes = 1440
                then line.start_minutes[date_diff('day', line.first_date, local_date) + 2]
                - line.start_minutes[date_diff('day', line.first_date, local_date) + 1]
            when resolution_minutes = 43200
                then line.start_minutes[date_diff('day', line.first_date, (local_date + interval 1 month)::date) + 1]
                - line.start_minutes[date_diff('day', line.first_date, local_date) + 1]
            else resolution_minutes
        end::bigint as minutes
    from stretch
    cross join calendar_line as line
),

factored as (
    select
        measured.*,
        numerator * minutes as multiplier,
        denominator * if(per_hour, 60, 1) as divisor,
        gcd(numerator::bigint * minutes, denominator::bigint * if(per_hour, 60, 1)) as common
    from measured
)

select
    series_id,
    resolution_minutes,
    local_date,
    if(per_hour, multiplier / common, numerator) as multiplier,
    if(per_hour, divisor / common, denominator) as divisor,
    multiplier / divisor as factor
from factored
