-- Periods of a series that more than one usable row claims: local dates, and months of monthly rows.
-- Grain: one series and period. Stored apart because it is empty for most files, which the engine then knows.
-- `lag(…) over ()` follows the order in which stored_row is stored, series, then date: rows of one date are
-- neighbours, so that only these have to be counted.
with neighbour as (
    select
        series_id,
        local_date,
        lag(series_id) over () is not distinct from series_id
        and lag(local_date) over () is not distinct from local_date as is_repeated
    from stored_row
    where refused_as is null
),

repeated_date as (
    select distinct
        series_id,
        local_date
    from neighbour
    where is_repeated
)

select
    series_id,
    local_date as period_date,
    false as is_month
from stored_row
semi join repeated_date using (series_id, local_date)
where refused_as is null and resolution_minutes <> 43200
group by series_id, local_date
having count(*) > 1
union all
select
    series_id,
    date_trunc('month', local_date)::date as period_date,
    true as is_month
from stored_row
where refused_as is null and resolution_minutes = 43200
group by all
having count(*) > 1
