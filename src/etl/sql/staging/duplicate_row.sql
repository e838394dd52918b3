-- Rows that repeat a period of their series, and what becomes of each.
-- Grain: one source row of a series and period (local date, or month) that occurs more than once, or overlaps.
-- The kept row is the first or last by file order, as the policy says; rows equal to it are
-- duplicate_identical, others duplicate_conflicting. `set-aside` keeps none of several that differ.
-- A month told twice, by a row of its own and by rows of its days, counts once: by its days where these are 90 %
-- of it (the limit of completeness_month), else by the month's row; the others are overlapping_period.
with claimed as (
    select
        stored_day.source_id,
        stored_day.source_row,
        stored_day.local_date,
        stored_day.energy,
        stored_day.resolution_minutes,
        repeated_period.series_id,
        repeated_period.period_date,
        repeated_period.is_month
    from repeated_period
    inner join stored_day
        on stored_day.series_id = repeated_period.series_id
        and stored_day.refused_as is null
        and (stored_day.resolution_minutes = 43200) = repeated_period.is_month
        and case
            when repeated_period.is_month then date_trunc('month', stored_day.local_date)::date
            else stored_day.local_date
        end = repeated_period.period_date
),

candidate as (
    select
        claimed.*,
        first_value(energy) over first_to_last as first_energy,
        first_value(resolution_minutes) over first_to_last as first_resolution,
        last_value(energy) over first_to_last as last_energy,
        last_value(resolution_minutes) over first_to_last as last_resolution
    from claimed
    window first_to_last as (
        partition by series_id, period_date, is_month
        order by source_id, source_row
        rows between unbounded preceding and unbounded following
    )
),

compared as (
    select
        candidate.*,
        case when policy.duplicates = 'last' then last_energy else first_energy end
            is not distinct from energy
        and case when policy.duplicates = 'last' then last_resolution else first_resolution end
            = resolution_minutes as equals_kept,
        policy.duplicates
    from candidate
    cross join policy
),

judged as (
    select
        compared.*,
        row_number() over (
            partition by series_id, period_date, is_month, equals_kept
            order by source_id, source_row
        ) as position_among_equals,
        bool_and(equals_kept) over (partition by series_id, period_date, is_month) as all_equal
    from compared
),

settled as (
    select
        source_id,
        source_row,
        series_id,
        local_date,
        case
            when duplicates = 'set-aside' and not all_equal then 'duplicate_conflicting'
            when not equals_kept then 'duplicate_conflicting'
            when position_among_equals > 1 then 'duplicate_identical'
            else 'kept'
        end as row_status
    from judged
),

single_row as (
    select
        stored_row.source_id,
        stored_row.source_row,
        stored_row.series_id,
        stored_row.local_date,
        stored_row.resolution_minutes = 43200 as is_month,
        date_trunc('month', stored_row.local_date)::date as local_month
    from stored_row
    semi join (
        select distinct
            series_id,
            date_trunc('month', local_date)::date as local_month
        from stored_row
        where refused_as is null and resolution_minutes = 43200
    ) as month
        on month.series_id = stored_row.series_id
        and month.local_month = date_trunc('month', stored_row.local_date)::date
    anti join (select * from settled where row_status <> 'kept') as repeat
        on repeat.source_id = stored_row.source_id
        and repeat.source_row = stored_row.source_row
        and repeat.series_id = stored_row.series_id
        and repeat.local_date = stored_row.local_date
    where stored_row.refused_as is null
),

told_twice as (
    select
        series_id,
        local_month,
        count(*) filter (where not is_month) >= 0.9 * day(last_day(local_month)) as days_count
    from single_row
    group by series_id, local_month
    having bool_or(is_month) and not bool_and(is_month)
),

overlapping as (
    select
        single_row.source_id,
        single_row.source_row,
        single_row.series_id,
        single_row.local_date
    from single_row
    inner join told_twice using (series_id, local_month)
    where single_row.is_month = told_twice.days_count
)

select
    source_id,
    source_row,
    series_id,
    local_date,
    row_status
from settled
anti join overlapping using (source_id, source_row, series_id, local_date)
union all
select
    source_id,
    source_row,
    series_id,
    local_date,
    'overlapping_period' as row_status
from overlapping
