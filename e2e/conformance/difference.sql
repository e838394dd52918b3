-- Where the readings of a run differ from the expected table of the corpus: at most five places.
-- Grain: one meter and instant that either side lacks or tells otherwise.
with expected as (
    select
        ext_dev_ref,
        timestamp_utc_ms,
        local_date,
        utc_offset_minutes,
        interval_minutes,
        energy,
        quality
    from read_parquet(getvariable('expected_path'))
),

found as (
    select
        ext_dev_ref,
        epoch_ms(timestamp_utc::timestamp) as timestamp_utc_ms,
        timestamp_local::date::varchar as local_date,
        utc_offset_minutes,
        interval_minutes,
        energy,
        quality
    from analytical
)

select
    coalesce(found.ext_dev_ref, expected.ext_dev_ref) as meter,
    coalesce(found.timestamp_utc_ms, expected.timestamp_utc_ms) as timestamp_utc_ms,
    concat_ws(' ', found.local_date, found.utc_offset_minutes, found.interval_minutes, found.energy, found.quality) as found,
    concat_ws(
        ' ',
        expected.local_date,
        expected.utc_offset_minutes,
        expected.interval_minutes,
        expected.energy,
        expected.quality
    ) as expected
from found
full outer join expected
    on expected.ext_dev_ref = found.ext_dev_ref
    and expected.timestamp_utc_ms = found.timestamp_utc_ms
where expected.ext_dev_ref is null
    or found.ext_dev_ref is null
    or found.local_date <> expected.local_date
    or found.utc_offset_minutes <> expected.utc_offset_minutes
    or found.interval_minutes <> expected.interval_minutes
    or round(found.energy, 9) is distinct from round(expected.energy, 9)
    or found.quality <> expected.quality
order by meter, timestamp_utc_ms
limit 5
