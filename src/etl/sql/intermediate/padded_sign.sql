-- Where arrays of 25 hours keep the second pass: in time order, or behind the day's last slot.
-- Grain: one source file with transition days of that length.
-- Spring tells by its nulls: at the tail (in time order), or at the skipped slots and the tail. Autumn
-- tells by which order lies closer to ordinary days. There the series of a file speak together: each
-- interval's mean over them, as shares of their own mean, is held against what these series usually use
-- in that interval's time and length, and the order with the least sum of squares fits. One household's
-- evening says little, and the mean of twenty says much.
with touched as (
    select
        day.source_id,
        day.series_id,
        day.local_date,
        day.resolution_minutes,
        day.shift_minutes,
        day.energy
    from uneven_day as day
    where day.shift_minutes <> 0
        and day.resolution_minutes < 1440
        and day.slots * day.resolution_minutes between 1441 and 1500
),

expected as (
    select
        touched.*,
        slot.layout,
        slot.wall_slot,
        slot.start_utc,
        slot.interval_minutes,
        touched.energy[slot.slot + 1] as energy_at_slot
    from touched
    inner join (
        select
            local_date,
            resolution_minutes,
            layout,
            slot,
            start_utc,
            interval_minutes,
            max(slot) filter (where layout = 'wall_clock') over same_start as wall_slot
        from transition_slot
        window same_start as (partition by local_date, resolution_minutes, start_utc)
    ) as slot using (local_date, resolution_minutes)
    where slot.layout in ('elapsed', 'repeat_last')
),

near as (
    select
        day.source_id,
        day.series_id,
        touched.local_date,
        day.resolution_minutes,
        list(day.energy) as days
    from touched
    inner join dated_day as day
        on day.source_id = touched.source_id
        and day.series_id = touched.series_id
        and day.resolution_minutes = touched.resolution_minutes
        and day.local_date between touched.local_date - 14 and touched.local_date + 14
    where day.shift_minutes = 0
    group by all
),

usual as (
    select
        near.* exclude (days),
        list_transform(
            range(0, 1440 // resolution_minutes),
            lambda slot: list_median(list_transform(days, lambda energy: energy[slot + 1]))
        ) as energy
    from near
),

by_day as (
    select
        source_id,
        shift_minutes,
        count(*) filter (where layout = 'elapsed' and energy_at_slot is null) as empty_elapsed,
        count(*) filter (where layout = 'repeat_last' and energy_at_slot is null) as empty_repeat
    from expected
    group by source_id, series_id, local_date, shift_minutes
),

autumn_interval as (
    select
        expected.source_id,
        expected.layout,
        avg(energy_at_slot / nullif(list_avg(usual.energy), 0)) as held,
        avg(
            usual.energy[wall_slot + 1] * interval_minutes / resolution_minutes
            / nullif(list_avg(usual.energy), 0)
        ) as usual
    from expected
    inner join usual using (source_id, series_id, local_date, resolution_minutes)
    where expected.shift_minutes < 0
    group by expected.source_id, expected.layout, local_date, resolution_minutes, start_utc
),

autumn as (
    select
        source_id,
        sum((held - usual) ** 2) filter (where layout = 'elapsed') as overlap_distance_chronological,
        sum((held - usual) ** 2) filter (where layout = 'repeat_last') as overlap_distance_repeat
    from autumn_interval
    group by source_id
),

counted as (
    select
        source_id,
        count(*) filter (where shift_minutes > 0) as padded_gap_days,
        count(*) filter (where shift_minutes > 0 and empty_repeat < empty_elapsed) as padded_gap_repeat,
        count(*) filter (where shift_minutes > 0 and empty_elapsed < empty_repeat) as padded_gap_chronological,
        count(*) filter (where shift_minutes < 0) as padded_overlap_days
    from by_day
    group by source_id
)

select
    counted.*,
    round(autumn.overlap_distance_chronological, 9) as overlap_distance_chronological,
    round(autumn.overlap_distance_repeat, 9) as overlap_distance_repeat
from counted
left join autumn using (source_id)
