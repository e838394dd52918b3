-- Usable rows whose period another row of their series claims too: a local date, or a month for monthly rows.
-- Grain: one source row. Stored apart because it is empty for most files, which the engine then knows.
-- `lag(…) over ()` and `lead(…) over ()` follow the order in which stored_row is stored, series, then date: rows of
-- one period are neighbours among rows of their kind. first_position is that of the first of them, and names the period.
with claim as (
    select
        rowid as row_position,
        lag(series_id) over () is not distinct from series_id
        and lag(local_date) over () is not distinct from local_date as is_repeat,
        lead(series_id) over () is not distinct from series_id
        and lead(local_date) over () is not distinct from local_date as is_repeated
    from stored_row
    where refused_as is null and resolution_minutes <> 43200
),

month_claim as (
    select
        rowid as row_position,
        lag(series_id) over () is not distinct from series_id
        and lag(date_trunc('month', local_date)) over () is not distinct from date_trunc('month', local_date)
            as is_repeat,
        lead(series_id) over () is not distinct from series_id
        and lead(date_trunc('month', local_date)) over () is not distinct from date_trunc('month', local_date)
            as is_repeated
    from stored_row
    where refused_as is null and resolution_minutes = 43200
)

select
    row_position,
    max(case when not is_repeat then row_position end) over (rows unbounded preceding) as first_position
from claim
where is_repeat or is_repeated
union all
select
    row_position,
    max(case when not is_repeat then row_position end) over (rows unbounded preceding) as first_position
from month_claim
where is_repeat or is_repeated
