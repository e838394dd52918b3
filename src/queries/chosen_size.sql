-- How many rows a chosen export will have at each resolution, from the folded days: nothing is unfolded.
-- Near enough to decide by; a day that the period cuts is counted whole.
-- Grain: one row.
select
    coalesce(sum(len(energy)), 0)::double as native,
    coalesce(
        sum(if(resolution_minutes < 60, ceil(len(energy) * resolution_minutes / 60.0), len(energy))), 0
    )::double as hour,
    count(*)::double as day,
    count(distinct (series_id, date_trunc('month', local_date)))::double as month
from reading_day
where (
        getvariable('series_ids') = ''
        or list_contains(string_split(getvariable('series_ids'), ',')::integer[], series_id)
    )
    and local_date >= epoch_ms(getvariable('from_date_ms')::bigint)
    and local_date < epoch_ms(getvariable('to_date_ms')::bigint)
