-- Rows that do not count because their period is told again, and why.
-- Grain: one source row. kept_source_id is the file of the row that counts for its period; null where none does.
-- The row that counts is the first or last by file order, as the policy says: the first of the rows equal to it.
-- Others equal to it are duplicate_identical, the rest duplicate_conflicting. `set-aside` keeps none of several that
-- differ.
-- row_status is then set as repeated_as in stored_row, where all that looks at the rows finds it without a join.
-- A month told twice, by a row of its own and by rows of its days, counts once: by its days where these are 90 %
-- of it (the limit of completeness_month), else by the month's row; the others are overlapping_period.
with chosen as (
    select
        compared_row.*,
        if(policy.duplicates = 'last', last_value(row_position) over file_order, first_value(row_position) over file_order)
            as chosen_position,
        if(policy.duplicates = 'last', last_value(run_number) over file_order, first_value(run_number) over file_order)
            as chosen_run
    from compared_row
    cross join policy
    window file_order as (
        partition by first_position
        order by source_id, source_row
        rows between unbounded preceding and unbounded following
    )
),

-- Of another run than the chosen row, and yet like it in all that is known of an array without looking at it.
alike as (
    select
        chosen.row_position,
        chosen.chosen_position
    from chosen
    inner join stored_row as row on row.rowid = chosen.row_position
    inner join stored_row as other on other.rowid = chosen.chosen_position
    where chosen.run_number <> chosen.chosen_run
        and row.resolution_minutes = other.resolution_minutes
        and row.slots = other.slots
        and row.value_count = other.value_count
        and row.lowest is not distinct from other.lowest
        and row.highest is not distinct from other.highest
        and coalesce(row.exact_total, row.total::decimal(38, 9))
            = coalesce(other.exact_total, other.total::decimal(38, 9))
),

-- A semi join, which keeps the few rows that are asked for and not the arrays of all.
array_of_alike as (
    select
        row_position,
        energy
    from stored_day
    semi join (
        select row_position from alike
        union all
        select chosen_position from alike
    ) as asked using (row_position)
),

equal_apart as (
    select alike.row_position
    from alike
    inner join array_of_alike as row on row.row_position = alike.row_position
    inner join array_of_alike as other on other.row_position = alike.chosen_position
    where row.energy is not distinct from other.energy
),

judged as (
    select
        chosen.row_position,
        chosen.first_position,
        chosen.source_id,
        chosen.source_row,
        chosen.run_number = chosen.chosen_run or equal_apart.row_position is not null as equals_chosen
    from chosen
    left join equal_apart using (row_position)
),

ranked as (
    select
        judged.*,
        first_value(row_position) over equal_first as first_equal,
        first_value(source_id) over equal_first as first_equal_source,
        policy.duplicates = 'set-aside' and not last_value(equals_chosen) over equal_first as keeps_none
    from judged
    cross join policy
    window equal_first as (
        partition by first_position
        order by equals_chosen desc, source_id, source_row
        rows between unbounded preceding and unbounded following
    )
),

repeat as (
    select
        row_position,
        if(equals_chosen and not keeps_none, 'duplicate_identical', 'duplicate_conflicting') as row_status,
        if(keeps_none, null, first_equal) as kept_position,
        if(keeps_none, null, first_equal_source) as kept_source_id
    from ranked
    where keeps_none or row_position <> first_equal
),

single_row as (
    select
        stored_row.rowid as row_position,
        stored_row.series_id,
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
    anti join repeat on repeat.row_position = stored_row.rowid
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
    select single_row.row_position
    from single_row
    inner join told_twice using (series_id, local_month)
    where single_row.is_month = told_twice.days_count
)

select
    repeat.row_position,
    repeat.row_status,
    case when overlapping.row_position is null then repeat.kept_source_id end as kept_source_id
from repeat
left join overlapping on overlapping.row_position = repeat.kept_position
union all
select
    row_position,
    'overlapping_period' as row_status,
    null as kept_source_id
from overlapping
