-- judged_interval folded again to one row per day, so that `reading` unfolds every day alike.
-- Grain: one series and period.
-- Estimates stand in energy, and so in every total, only where the policy says `totals`; else they wait in
-- the intervals for the export.
with shown as (
    select
        judged.*,
        policy.estimate = 'totals' and judged.estimate is not null as counts
    from judged_interval as judged
    cross join policy
)

select
    series_id,
    local_date,
    resolution_minutes,
    min(source_id) as source_id,
    min(source_row) as source_row,
    list(if(counts, estimate, energy) order by start_utc) as energy,
    list(
        {
            'start_utc': start_utc,
            'utc_offset_minutes': utc_offset_minutes,
            'interval_minutes': interval_minutes,
            'slot': slot,
            'source_id': source_id,
            'source_row': source_row,
            'quality': if(counts, 'estimated', quality),
            'quality_rule': if(counts, estimate_rule, quality_rule),
            'estimate': estimate,
            'estimate_rule': estimate_rule
        }
        order by start_utc
    ) as intervals
from shown
group by series_id, local_date, resolution_minutes
