-- The slots whose reading is flagged `suspect`, with the rule that says so.
-- Grain: one slot of one source row and date: a reader that folds rows may begin several days in one row. Of several rules the one that says most counts.
select
    series_id,
    source_id,
    source_row,
    local_date as row_date,
    slot,
    arg_min(
        rule,
        case rule when 'absurd_magnitude' then 1 when 'negative' then 2 when 'over_capacity' then 3 else 4 end
    ) as quality_rule
from doubtful_value
group by series_id, source_id, source_row, local_date, slot
