-- Every place that a rule points at: the row, the slot, what was found there and what the rule allows.
-- A view: asked for one series or one rule it looks at little.
-- Grain: one place of one rule. Places without source_id stand for dates, months, years or whole series.
select rule, severity, series_id, source_id, source_row, local_date, last_date, first_slot, finding_count, found, threshold
from rule_place
union all
select rule, severity, series_id, source_id, source_row, local_date, last_date, first_slot, finding_count, found, threshold
from duplicate_identical
union all
select rule, severity, series_id, source_id, source_row, local_date, last_date, first_slot, finding_count, found, threshold
from duplicate_conflicting
union all
select rule, severity, series_id, source_id, source_row, local_date, last_date, first_slot, finding_count, found, threshold
from wrong_length
union all
select rule, severity, series_id, source_id, source_row, local_date, last_date, first_slot, finding_count, found, threshold
from nonexistent_hour
union all
select rule, severity, series_id, source_id, source_row, local_date, last_date, first_slot, finding_count, found, threshold
from unusable_row
union all
select rule, severity, series_id, source_id, source_row, local_date, last_date, first_slot, finding_count, found, threshold
from unusable_value
union all
select rule, severity, series_id, source_id, source_row, local_date, last_date, first_slot, finding_count, found, threshold
from resolution_inferred
union all
select rule, severity, series_id, source_id, source_row, local_date, last_date, first_slot, finding_count, found, threshold
from interval_note
