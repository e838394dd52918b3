-- Rows that count and stand to the row of their series before them in a way that some rule watches: another
-- interval, an earlier place in the file, or equal values that go on over midnight.
-- Grain: one such row; few, on honest data.
-- `lag(…) over ()` follows the order of kept_row: series, then date. equal_before is how many equal values, five at
-- most, the day before ends with, where this one goes on so and six of them come together (see stuck).
with followed as (
    select
        series_id,
        local_date,
        resolution_minutes,
        source_id,
        source_row,
        first_value,
        equal_at_start,
        lag(series_id) over () is not distinct from series_id as is_followed,
        lag(local_date) over () as date_before,
        lag(source_id) over () as source_before,
        lag(source_row) over () as row_before,
        lag(resolution_minutes) over () as resolution_before,
        lag(last_value) over () as last_value_before,
        lag(equal_at_end) over () as equal_at_end_before
    from kept_row
),

stepped as (
    select
        series_id,
        local_date,
        resolution_minutes,
        source_id,
        source_row,
        case
            when is_followed
                and date_before = local_date - 1
                and resolution_before = resolution_minutes
                and last_value_before = first_value
                and equal_at_end_before + equal_at_start >= 6
                then equal_at_end_before
            else 0
        end::integer as equal_before,
        if(is_followed, resolution_before, null) as resolution_before,
        coalesce(is_followed and source_before = source_id and row_before > source_row, false) as is_out_of_order
    from followed
)

select *
from stepped
where equal_before > 0 or is_out_of_order or resolution_before <> resolution_minutes
