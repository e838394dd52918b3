-- Rule `zero_run`: longer without energy than is usual for the fuel.
-- Threshold: electricity 2, gas 48, district heating 720 intervals. Source: limits in use in the field.
-- Never for a meter that exports or produces. Severity: finding.
-- Grain: one run, within a local date or over whole local dates.
with within_day as (
    select
        odd_day.series_id,
        odd_day.source_id,
        odd_day.source_row,
        odd_day.local_date,
        zero_limit.most_intervals,
        list_concat(
            list_concat(
                [0::bigint],
                list_filter(range(1, odd_day.slots + 1), lambda place: odd_day.energy[place] is distinct from 0)
            ),
            [odd_day.slots::bigint + 1]
        ) as breaks
    from odd_day
    inner join zero_limit using (series_id)
    where odd_day.lowest <= 0 and zero_limit.most_intervals < odd_day.slots
),

stretch as (
    select
        series_id,
        source_id,
        source_row,
        local_date,
        most_intervals,
        unnest(breaks[1:-2]) as before_place,
        unnest(breaks[2:]) as after_place
    from within_day
),

whole_day as (
    select
        day.series_id,
        day.source_id,
        day.source_row,
        day.local_date,
        day.slots,
        zero_limit.most_intervals,
        day.local_date - (
            row_number() over (partition by day.series_id, day.resolution_minutes order by day.local_date)
        )::integer as island
    from metered_figure as day
    inner join zero_limit using (series_id)
    where day.lowest = 0
        and day.highest = 0
        and day.value_count = day.slots
        and zero_limit.most_intervals >= day.slots
        and day.resolution_minutes < 1440
)

select
    'zero_run' as rule,
    'finding' as severity,
    series_id,
    source_id,
    source_row,
    local_date,
    local_date as last_date,
    before_place::integer as first_slot,
    (after_place - before_place - 1)::bigint as finding_count,
    0::double as found,
    most_intervals::double as threshold
from stretch
where after_place - before_place - 1 > most_intervals
union all
select
    'zero_run' as rule,
    'finding' as severity,
    series_id,
    arg_min(source_id, local_date) as source_id,
    arg_min(source_row, local_date) as source_row,
    min(local_date) as local_date,
    max(local_date) as last_date,
    0 as first_slot,
    sum(slots)::bigint as finding_count,
    0::double as found,
    any_value(most_intervals)::double as threshold
from whole_day
group by series_id, island
having sum(slots) > any_value(most_intervals)
