-- What the rules need to know of each row that counts, so that none of them looks into ordinary arrays.
-- Grain: one row that counts.
-- `lag(…) over ()` follows the order in which meter_day is stored: series, then date. A run of six
-- equal values covers two neighbours among every third slot, so comparing these is enough to rule it out;
-- equal_before is how many equal values, five at most, the day before ends with, where this one goes on so.
with kept as (
    select
        series_id,
        local_date,
        resolution_minutes,
        source_id,
        source_row,
        energy,
        slots,
        lowest,
        highest,
        case
            when energy[-1] is null or energy[-1] = 0 then 0
            when energy[-2] is distinct from energy[-1] then 1
            when energy[-3] is distinct from energy[-1] then 2
            when energy[-4] is distinct from energy[-1] then 3
            when energy[-5] is distinct from energy[-1] then 4
            else 5
        end as equal_at_end,
        energy[-1] as last_value
    from meter_day
    where row_status = 'kept'
),

followed as (
    select
        kept.*,
        lag(series_id) over () is not distinct from series_id as is_followed,
        lag(local_date) over () as date_before,
        lag(source_id) over () as source_before,
        lag(source_row) over () as row_before,
        lag(resolution_minutes) over () as resolution_before,
        lag(last_value) over () as last_value_before,
        lag(equal_at_end) over () as equal_at_end_before
    from kept
)

select
    series_id,
    local_date,
    resolution_minutes,
    source_id,
    source_row,
    slots,
    list_count(energy)::integer as value_count,
    coalesce(list_sum(energy), 0)::double as total,
    lowest,
    highest,
    coalesce(
        (highest <> 0 or lowest <> 0)
        and case
            when slots = 24
                then energy[4] in (energy[1], energy[7])
                    or energy[10] in (energy[7], energy[13])
                    or energy[16] in (energy[13], energy[19])
                    or energy[22] in (energy[19], energy[24])
            else len(list_filter(range(1, slots - 2, 3), lambda place: energy[place] = energy[place + 3])) > 0
        end,
        false
    ) as may_be_stuck,
    case
        when is_followed
            and date_before = local_date - 1
            and resolution_before = resolution_minutes
            and last_value_before = energy[1]
            and (equal_at_end_before > 1 or energy[1] = energy[2])
            then equal_at_end_before
        else 0
    end::integer as equal_before,
    if(is_followed, resolution_before, null) as resolution_before,
    coalesce(is_followed and source_before = source_id and row_before > source_row, false) as is_out_of_order
from followed
