-- kept_row in the unit in which values are shown, for the rules. Counter states are no amounts: of a
-- register only what can be counted stays.
-- Grain: one row that counts. Power counts by the stated length of its interval.
with factored as (
    select
        day.*,
        coalesce(meaning.is_register, false) as is_register,
        if(
            meaning.numerator is null,
            1,
            meaning.numerator / meaning.denominator * if(meaning.per_hour, day.resolution_minutes / 60, 1)
        )::double as factor
    from kept_row as day
    left join series_meaning as meaning using (series_id)
)

select
    series_id,
    local_date,
    resolution_minutes,
    source_id,
    source_row,
    slots,
    value_count,
    case when not is_register then total * factor end as total,
    case when not is_register then lowest * factor end as lowest,
    case when not is_register then highest * factor end as highest,
    may_be_stuck and not is_register as may_be_stuck,
    is_register,
    factor
from factored
