-- What a wall-clock slot that happens twice holds, judged per source file from its own values.
-- Grain: one source file.
-- Evidence: the ratio R of the doubled slots' mean to the mean of as many slots on either side, on
-- every autumn day; the same ratio on ordinary days within two weeks; and whether the skipped slots
-- of spring are null or zero. R relative to ordinary days above 1.5 speaks for two readings added;
-- with fewer than ten series R alone errs in one file of four or more, so the spring sign decides
-- and certainty says less. A choice made by the person overrules, with the evidence kept.
with touched as (
    select
        day.source_id,
        day.series_id,
        day.local_date,
        day.resolution_minutes,
        day.energy,
        day.layout,
        day.slots,
        calendar.shift_minutes,
        calendar.shift_start_minute // day.resolution_minutes as first_slot,
        greatest(1, abs(calendar.shift_minutes) // day.resolution_minutes) as width
    from placed_day as day
    inner join local_calendar as calendar using (local_date)
    where day.shift_minutes <> 0 and day.layout in ('wall_clock', 'elapsed') and day.slots > 1
),

gap_slot as (
    select
        source_id,
        list_slice(energy, first_slot + 1, first_slot + width) as skipped
    from touched
    where layout = 'wall_clock' and shift_minutes > 0
),

gap_evidence as (
    select
        source_id,
        count(*) as gap_days,
        sum(len(list_filter(skipped, lambda value: value is null))) as gap_slots_null,
        sum(len(list_filter(skipped, lambda value: value = 0))) as gap_slots_zero,
        sum(len(list_filter(skipped, lambda value: value <> 0))) as gap_slots_valued
    from gap_slot
    group by source_id
),

overlap_day as (
    select *
    from touched
    where layout = 'wall_clock' and shift_minutes < 0
),

overlap_ratio as (
    select
        source_id,
        series_id,
        local_date,
        list_avg(list_slice(energy, first_slot + 1, first_slot + width))
        / nullif(
            list_avg(
                list_concat(
                    list_slice(energy, greatest(1, first_slot + 1 - width), first_slot),
                    list_slice(energy, first_slot + width + 1, first_slot + 2 * width)
                )
            ),
            0
        ) as ratio
    from overlap_day
),

ordinary_ratio as (
    select
        overlap_day.source_id,
        overlap_day.series_id,
        list_avg(list_slice(near.energy, first_slot + 1, first_slot + width))
        / nullif(
            list_avg(
                list_concat(
                    list_slice(near.energy, greatest(1, first_slot + 1 - width), first_slot),
                    list_slice(near.energy, first_slot + width + 1, first_slot + 2 * width)
                )
            ),
            0
        ) as ratio
    from overlap_day
    inner join placed_day as near
        on near.series_id = overlap_day.series_id
        and near.source_id = overlap_day.source_id
        and near.resolution_minutes = overlap_day.resolution_minutes
        and near.layout = 'ordinary'
        and near.local_date between overlap_day.local_date - 14 and overlap_day.local_date + 14
),

ordinary_evidence as (
    select
        source_id,
        median(ratio) as ordinary_ratio,
        max(ratio) as highest_ordinary_ratio
    from ordinary_ratio
    group by source_id
),

overlap_evidence as (
    select
        source_id,
        count(*) as overlap_days,
        count(distinct series_id) filter (where ratio is not null) as series_tested,
        median(ratio) as overlap_ratio
    from overlap_ratio
    group by source_id
),

layout_count as (
    select
        source_id,
        count(*) filter (where layout = 'elapsed') as elapsed_days,
        count(*) filter (where layout = 'wall_clock') as wall_clock_days
    from touched
    group by source_id
),

evidence as (
    select
        source_file.source_id,
        coalesce(gap_days, 0) as gap_days,
        coalesce(gap_slots_null, 0) as gap_slots_null,
        coalesce(gap_slots_zero, 0) as gap_slots_zero,
        coalesce(gap_slots_valued, 0) as gap_slots_valued,
        coalesce(overlap_days, 0) as overlap_days,
        overlap_ratio,
        ordinary_ratio,
        coalesce(series_tested, 0) as series_tested,
        coalesce(elapsed_days, 0) as elapsed_days,
        coalesce(wall_clock_days, 0) as wall_clock_days,
        overlap_ratio / coalesce(nullif(ordinary_ratio, 0), 1) as relative_ratio,
        overlap_ratio > coalesce(highest_ordinary_ratio, 0) as above_all_ordinary,
        gap_days > 0 and gap_slots_null + gap_slots_zero > 9 * gap_slots_valued as spring_sign
    from source_file
    left join gap_evidence using (source_id)
    left join overlap_evidence using (source_id)
    left join ordinary_evidence using (source_id)
    left join layout_count using (source_id)
),

detected as (
    select
        *,
        case
            when wall_clock_days = 0 then if(elapsed_days > 0, 'elapsed', 'not-testable')
            when relative_ratio <= 1.5 and series_tested >= 10 then 'wall-clock-first'
            else 'wall-clock-summed'
        end as detected_name,
        case
            when wall_clock_days = 0 then if(elapsed_days > 0, 'certain', 'not testable')
            when relative_ratio is null then 'assumed'
            when series_tested >= 10 and relative_ratio between 1.7 and 2.4 then 'certain'
            when series_tested >= 10 then 'likely'
            when spring_sign and above_all_ordinary and relative_ratio between 1.7 and 2.4 then 'certain'
            when spring_sign and relative_ratio > 1.5 then 'likely'
            else 'assumed'
        end as detected_certainty
    from evidence
)

select
    source_id,
    case
        when policy.convention = 'auto' or wall_clock_days = 0 then detected_name
        else policy.convention
    end as name,
    case
        when policy.convention = 'auto' or wall_clock_days = 0 then detected_certainty
        else 'chosen'
    end as certainty,
    detected_name,
    gap_days,
    gap_slots_null,
    gap_slots_zero,
    gap_slots_valued,
    overlap_days,
    overlap_ratio,
    ordinary_ratio,
    series_tested,
    elapsed_days
from detected
cross join policy
