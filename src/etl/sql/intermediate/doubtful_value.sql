-- Every value that a rule doubts, with the limit that it breaks.
-- Grain: one slot of one source row and rule.
with looked_at as (
    select
        doubt.rule,
        doubt.lower_per_minute * odd_day.resolution_minutes as lower_limit,
        doubt.upper_per_minute * odd_day.resolution_minutes as upper_limit,
        odd_day.series_id,
        odd_day.source_id,
        odd_day.source_row,
        odd_day.local_date,
        unnest(odd_day.energy) as energy,
        generate_subscripts(odd_day.energy, 1) - 1 as slot
    from odd_day
    inner join doubt using (series_id)
    where doubt.severity = 'suspect'
        and (
            odd_day.highest > doubt.upper_per_minute * odd_day.resolution_minutes
            or odd_day.lowest < doubt.lower_per_minute * odd_day.resolution_minutes
        )
)

select
    rule,
    series_id,
    source_id,
    source_row,
    local_date,
    slot::integer as slot,
    energy,
    if(energy > upper_limit, upper_limit, lower_limit) as threshold
from looked_at
where energy > upper_limit or energy < lower_limit
