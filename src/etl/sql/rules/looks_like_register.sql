-- Rule `looks_like_register`: values that rise from row to row as the states of a counter do.
-- Threshold: of at least 7 rows of several values, or 28 of one, none but 2 in a hundred (and the two that one
-- reset within a day makes) starts below the highest value of the row before, and half of them rise.
-- Source: a day of consumption starts below the highest value of the day before nearly always; a counter never
-- falls but for a reset or a roll-over. Severity: finding.
-- Grain: one series that is not taken for a register yet. finding_count is how many rows were compared, found
-- how many of them fall.
-- `lag(…) over ()` follows the order of kept_row: series, then date.
with followed as (
    select
        series_id,
        local_date,
        slots,
        lowest,
        highest,
        lag(series_id) over () is not distinct from series_id as is_followed,
        lag(highest) over () as highest_before
    from kept_row
    where lowest is not null
),

judged as (
    select
        series_id,
        min(local_date) as first_date,
        max(local_date) as last_date,
        max(slots) as most_slots,
        count(*) filter (where is_followed) as rows_compared,
        count(*) filter (where is_followed and lowest < highest_before) as falls,
        count(*) filter (where is_followed and highest > highest_before) as rises
    from followed
    group by series_id
)

select
    'looks_like_register' as rule,
    'finding' as severity,
    judged.series_id,
    null::integer as source_id,
    null::integer as source_row,
    judged.first_date as local_date,
    judged.last_date,
    null::integer as first_slot,
    judged.rows_compared::bigint as finding_count,
    judged.falls::double as found,
    setting.threshold
from judged
inner join rule_setting as setting on setting.rule = 'looks_like_register'
where judged.rows_compared >= if(judged.most_slots > 1, 6, 27)
    and judged.falls <= greatest(2, setting.threshold * judged.rows_compared)
    and judged.rises * 2 >= judged.rows_compared
    and not exists (
        select 1
        from series_meaning as meaning
        where meaning.series_id = judged.series_id and meaning.is_register
    )
