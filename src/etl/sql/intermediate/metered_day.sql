-- Source rows with their values in the unit in which they are shown.
-- Grain: one source row. Without a conversion the array passes as it is.
-- value × numerator / denominator; a reading that is power, an average over its interval, also × the hours of
-- it, 23 or 25 for a day on which the clocks change. The two factors are brought to lowest terms first, so
-- that a power of ten or a quarter of an hour is one exact operation.
with scaled as (
    select
        day.series_id,
        day.local_date,
        day.resolution_minutes,
        day.energy,
        day.slots,
        day.value_count,
        day.total,
        day.lowest,
        day.highest,
        day.row_status,
        day.values_refused,
        day.is_whole,
        day.covers_day,
        day.source_id,
        day.source_row,
        meaning.per_hour,
        meaning.numerator,
        meaning.denominator,
        case
            when not meaning.per_hour then 1
            when day.resolution_minutes = 1440
                then line.start_minutes[date_diff('day', line.first_date, day.local_date) + 2]
                - line.start_minutes[date_diff('day', line.first_date, day.local_date) + 1]
            when day.resolution_minutes = 43200
                then line.start_minutes[
                    date_diff('day', line.first_date, (day.local_date + interval 1 month)::date) + 1
                ]
                - line.start_minutes[date_diff('day', line.first_date, day.local_date) + 1]
            else day.resolution_minutes
        end::bigint as minutes
    from meter_day as day
    left join series_meaning as meaning using (series_id)
    cross join calendar_line as line
),

factored as (
    select
        scaled.*,
        if(per_hour, gcd(numerator::bigint * minutes, denominator::bigint * 60), 1) as divisor,
        numerator * if(per_hour, minutes, 1) / (denominator * if(per_hour, 60, 1)) as factor
    from scaled
)

select
    series_id,
    local_date,
    resolution_minutes,
    case
        when numerator is null then energy
        else list_transform(
            energy,
            lambda value: value
                * (numerator * if(per_hour, minutes, 1) / divisor)
                / (denominator * if(per_hour, 60, 1) / divisor)
        )
    end as energy,
    slots,
    value_count,
    if(numerator is null, total, total * factor) as total,
    if(numerator is null, lowest, lowest * factor) as lowest,
    if(numerator is null, highest, highest * factor) as highest,
    row_status,
    values_refused,
    is_whole and numerator is null as is_whole,
    covers_day,
    source_id,
    source_row
from factored
