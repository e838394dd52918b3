-- judged_interval folded again to one row per day, so that `reading` unfolds every day alike.
-- Grain: one series and period. Lists are sorted when they are made: `list(… order by …)` holds every
-- interval of every day apart until the end, gigabytes of them for a large fleet.
-- Estimates stand in energy, and so in every total, only where the policy says `totals`; else they wait in
-- the intervals for the export.
with shown as (
    select
        judged.*,
        policy.estimate = 'totals' and judged.estimate is not null as counts
    from judged_interval as judged
    cross join policy
),

gathered as (
    select
        series_id,
        local_date,
        resolution_minutes,
        min(source_id) as source_id,
        min(source_row) as source_row,
        list_sort(
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
                    'estimate_rule': estimate_rule,
                    'energy': if(counts, estimate, energy)
                }
            )
        ) as cells
    from shown
    group by series_id, local_date, resolution_minutes
)

select
    series_id,
    local_date,
    resolution_minutes,
    source_id,
    source_row,
    list_transform(cells, lambda cell: cell.energy) as energy,
    list_transform(
        cells,
        lambda cell: {
            'start_utc': cell.start_utc,
            'utc_offset_minutes': cell.utc_offset_minutes,
            'interval_minutes': cell.interval_minutes,
            'slot': cell.slot,
            'source_id': cell.source_id,
            'source_row': cell.source_row,
            'quality': cell.quality,
            'quality_rule': cell.quality_rule,
            'estimate': cell.estimate,
            'estimate_rule': cell.estimate_rule
        }
    ) as intervals
from gathered
