-- Whether any row of the batch in hand lacks client, meter or date, or has a text that is no name of anything;
-- key_trouble says which row.
-- Grain: one row.
select count(*)::integer as gap_count
from batch_text
where client_id is null
    or ext_dev_ref is null
    or lacks_dates
    or greatest(
        strlen(client_id),
        strlen(ext_dev_ref),
        strlen(fuel),
        strlen(channel),
        strlen(unit),
        strlen(resolution)
    ) > 2000
