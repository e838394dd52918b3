-- Rule `mixed_units`: a series whose level changes by about a thousand from one day to the next, and stays.
-- Threshold: a factor of 1,000, between half and twice that, of the median of three days before and after.
-- Source: Wh and kWh, or kWh and MWh, in one column. Severity: finding.
-- Grain: one row, the first with the new level. `found` is the factor.
with watched as (
    select
        day.series_id,
        day.source_id,
        day.source_row,
        day.local_date,
        day.total / nullif(day.value_count, 0) / day.resolution_minutes as level,
        row_number() over (partition by day.series_id order by day.local_date) as place
    from metered_figure as day
    inner join (
        select series_id
        from metered_figure
        where value_count > 0
        group by series_id
        having max(total / value_count / resolution_minutes)
            > 100 * min(total / value_count / resolution_minutes) filter (where total > 0)
    ) as wide using (series_id)
),

jump as (
    select
        watched.*,
        setting.threshold as factor
    from watched
    inner join watched as previous
        on previous.series_id = watched.series_id
        and previous.place = watched.place - 1
    inner join rule_setting as setting on setting.rule = 'mixed_units'
    where greatest(watched.level, previous.level) > setting.threshold / 5 * least(watched.level, previous.level)
        and least(watched.level, previous.level) > 0
),

compared as (
    select
        jump.series_id,
        jump.source_id,
        jump.source_row,
        jump.local_date,
        jump.factor,
        median(near.level) filter (where near.place < jump.place) as level_before,
        median(near.level) filter (where near.place >= jump.place) as level_after
    from jump
    inner join watched as near
        on near.series_id = jump.series_id
        and near.place between jump.place - 3 and jump.place + 2
    group by all
)

select
    'mixed_units' as rule,
    'finding' as severity,
    series_id,
    source_id,
    source_row,
    local_date,
    local_date as last_date,
    null::integer as first_slot,
    1::bigint as finding_count,
    level_after / level_before as found,
    factor as threshold
from compared
where greatest(level_after, level_before) between factor / 2 * least(level_after, level_before)
    and factor * 2 * least(level_after, level_before)
