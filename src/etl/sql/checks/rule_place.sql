-- Every place that a rule points at which is known by the rule alone; the rules of what is set aside, missing or
-- shared out are counted where that happens.
-- Grain: one place of one rule.
select rule, severity, series_id, source_id, source_row, local_date, last_date, first_slot, finding_count, found, threshold
from completeness_day
union all
select rule, severity, series_id, source_id, source_row, local_date, last_date, first_slot, finding_count, found, threshold
from completeness_month
union all
select rule, severity, series_id, source_id, source_row, local_date, last_date, first_slot, finding_count, found, threshold
from completeness_year
union all
select rule, severity, series_id, source_id, source_row, local_date, last_date, first_slot, finding_count, found, threshold
from stuck
union all
select rule, severity, series_id, source_id, source_row, local_date, last_date, first_slot, finding_count, found, threshold
from zero_run
union all
select rule, severity, series_id, source_id, source_row, local_date, last_date, first_slot, finding_count, found, threshold
from interval_change
union all
select rule, severity, series_id, source_id, source_row, local_date, last_date, first_slot, finding_count, found, threshold
from out_of_order
union all
select rule, severity, series_id, source_id, source_row, local_date, last_date, first_slot, finding_count, found, threshold
from overlapping_files
union all
select rule, severity, series_id, source_id, source_row, local_date, last_date, first_slot, finding_count, found, threshold
from future_date
union all
select rule, severity, series_id, source_id, source_row, local_date, last_date, first_slot, finding_count, found, threshold
from before_1970
union all
select rule, severity, series_id, source_id, source_row, local_date, last_date, first_slot, finding_count, found, threshold
from mixed_units
union all
select rule, severity, series_id, source_id, source_row, local_date, last_date, first_slot, finding_count, found, threshold
from doubted_value
union all
select rule, severity, series_id, source_id, source_row, local_date, last_date, first_slot, finding_count, found, threshold
from looks_like_register
