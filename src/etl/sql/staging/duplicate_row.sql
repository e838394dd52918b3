-- Rows that repeat a period of their series, and what becomes of each.
-- Grain: one source row of a series and period (local date, or month) that occurs more than once.
-- The kept row is the first or last by file order, as the policy says; rows equal to it are
-- duplicate_identical, others duplicate_conflicting. `set-aside` keeps none of several that differ.
with repeated as (
    select
        series_id,
        case when resolution_minutes = 43200 then date_trunc('month', local_date)::date else local_date end
            as period_date,
        resolution_minutes = 43200 as is_month
    from staged_row
    where series_id is not null and resolution_minutes is not null and slots > 0 and set_aside_as is null
    group by all
    having count(*) > 1
),

candidate as (
    select
        staged_row.source_id,
        staged_row.source_row,
        staged_row.local_date,
        staged_row.energy,
        staged_row.resolution_minutes,
        first_value(staged_row.energy) over first_to_last as first_energy,
        first_value(staged_row.resolution_minutes) over first_to_last as first_resolution,
        last_value(staged_row.energy) over first_to_last as last_energy,
        last_value(staged_row.resolution_minutes) over first_to_last as last_resolution,
        repeated.series_id,
        repeated.period_date,
        repeated.is_month
    from repeated
    inner join staged_row
        on staged_row.series_id = repeated.series_id
        and staged_row.resolution_minutes is not null
        and staged_row.slots > 0
        and staged_row.set_aside_as is null
        and (staged_row.resolution_minutes = 43200) = repeated.is_month
        and case
            when repeated.is_month then date_trunc('month', staged_row.local_date)::date
            else staged_row.local_date
        end = repeated.period_date
    window first_to_last as (
        partition by repeated.series_id, repeated.period_date, repeated.is_month
        order by staged_row.source_id, staged_row.source_row
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
)

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
