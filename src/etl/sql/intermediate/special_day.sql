-- judged_interval folded again to one row per day, so that `reading` unfolds every day alike.
-- Grain: one series and period.
select
    series_id,
    local_date,
    resolution_minutes,
    min(source_id) as source_id,
    min(source_row) as source_row,
    list(energy order by start_utc) as energy,
    list(
        {
            'start_utc': start_utc,
            'utc_offset_minutes': utc_offset_minutes,
            'interval_minutes': interval_minutes,
            'slot': slot,
            'source_id': source_id,
            'source_row': source_row,
            'quality': quality,
            'quality_rule': quality_rule
        }
        order by start_utc
    ) as intervals
from judged_interval
group by series_id, local_date, resolution_minutes
