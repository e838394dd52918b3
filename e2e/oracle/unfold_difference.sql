-- Where the readings differ from the truth.
-- Grain: one interval that is wrong, lacking or surplus; no row when all are right.
-- Of an added-up slot each pass must have half, flagged; every other value must be itself.
with expected as (
    select
        start_utc,
        start_local,
        if(
            getvariable('folding') = 'wall_clock',
            avg(value) over (partition by local_date, slot),
            value
        ) as energy,
        if(
            getvariable('folding') = 'wall_clock' and count(*) over (partition by local_date, slot) > 1,
            'split',
            'measured'
        ) as quality
    from truth
)

select
    coalesce(expected.start_utc, reading.start_utc)::varchar as start_utc,
    expected.start_local::varchar as expected_local,
    expected.energy as expected_energy,
    expected.quality as expected_quality,
    reading.energy as found_energy,
    reading.quality as found_quality,
    reading.utc_offset_minutes as found_offset_minutes,
    reading.interval_minutes as found_interval_minutes
from expected
full outer join reading using (start_utc)
where expected.energy is distinct from reading.energy
    or expected.quality is distinct from reading.quality
    or expected.start_local is distinct from reading.start_utc + to_minutes(reading.utc_offset_minutes)
    or reading.interval_minutes <> getvariable('resolution')
order by 1
limit 10
