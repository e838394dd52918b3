-- The places behind one finding of one series, the first in time first, in pages.
-- Grain: one place: a slot, a run of slots, a row, or a period. `found` and `threshold` are in the rule's measure.
select
    place.rule,
    place.severity,
    place.series_id,
    place.source_id,
    source_file.source_file,
    place.source_row,
    place.local_date,
    place.last_date,
    place.first_slot,
    place.finding_count::double as count,
    place.found,
    place.threshold
from finding_place as place
left join source_file using (source_id)
where place.rule = getvariable('rule')
    and place.severity = getvariable('severity')
    and place.series_id is not distinct from getvariable('series_id')
order by place.local_date, place.source_id, place.source_row, place.first_slot
limit 200 offset getvariable('skipped')::bigint
