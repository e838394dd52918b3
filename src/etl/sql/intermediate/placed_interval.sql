-- The real intervals of every day that is not simply "slot k starts k intervals after midnight":
-- transition days, months, days of a wrong length, days without a row, and what days of a fixed clock
-- leave to it.
-- Grain: one real interval.
-- A value that stands for two intervals is divided by their length, the longer part being the
-- rounded one, so that the parts add up to the value exactly. The state of a counter cannot be a sum: where the
-- file adds up, it is taken for the state of the first pass.
with placed as (
    select
        series_id,
        local_date,
        resolution_minutes,
        energy,
        layout,
        source_id,
        source_row,
        case when layout = 'wrong_length' then 'wrong_length' end as missing_rule
    from touched_day
    where clock_offset_minutes is null
    union all
    select
        absent.series_id,
        absent.local_date,
        absent.resolution_minutes,
        null as energy,
        if(absent.resolution_minutes = 43200, 'month', 'absent') as layout,
        null as source_id,
        null as source_row,
        absent.quality_rule as missing_rule
    from absent_period as absent
    left join convention on convention.source_id = absent.nearest_source_id
    where convention.clock_offset_minutes is null or absent.resolution_minutes = 43200
),

interval_of_day as (
    select
        placed.*,
        interval.start_utc,
        interval.utc_offset_minutes,
        interval.interval_minutes,
        place.slot,
        place.part_count,
        place.part_index,
        place.share
    from placed
    inner join transition_interval as interval using (local_date, resolution_minutes)
    inner join transition_slot as place
        on place.local_date = interval.local_date
        and place.resolution_minutes = interval.resolution_minutes
        and place.start_utc = interval.start_utc
        and place.layout
        = if(placed.layout in ('elapsed', 'end_label', 'repeat_last'), placed.layout, 'wall_clock')
    where placed.layout <> 'month'
    union all
    select
        placed.*,
        month.start_utc,
        month.utc_offset_minutes,
        month.minutes as interval_minutes,
        0 as slot,
        1 as part_count,
        1 as part_index,
        1 as share
    from placed
    inner join local_month as month using (local_date)
    where placed.resolution_minutes = 43200
    union all
    select
        cell.* exclude (start_utc, offset_before_minutes, slot),
        cell.start_utc + to_minutes(cell.slot * cell.resolution_minutes) as start_utc,
        cell.offset_before_minutes as utc_offset_minutes,
        cell.resolution_minutes as interval_minutes,
        cell.slot,
        1 as part_count,
        1 as part_index,
        1 as share
    from (
        select
            placed.*,
            calendar.start_utc,
            calendar.offset_before_minutes,
            unnest(range(0, 1440 // placed.resolution_minutes))::integer as slot
        from placed
        inner join local_calendar as calendar using (local_date)
        where calendar.shift_minutes = 0 and placed.resolution_minutes <= 1440
    ) as cell
),

valued as (
    select
        interval_of_day.* exclude (energy),
        case when missing_rule is null and slot is not null then energy[slot + 1] end as slot_energy,
        coalesce(meaning.is_register, false) as is_register,
        if(
            meaning.is_register and coalesce(convention.doubled_slot_holds, 'sum') = 'sum',
            'first',
            coalesce(convention.doubled_slot_holds, 'sum')
        ) as doubled_slot_holds
    from interval_of_day
    left join convention using (source_id)
    left join series_meaning as meaning using (series_id)
)

select
    series_id,
    local_date,
    resolution_minutes,
    source_id,
    source_row,
    start_utc,
    utc_offset_minutes::smallint as utc_offset_minutes,
    interval_minutes::integer as interval_minutes,
    if(source_id is null or missing_rule is not null, null, slot)::smallint as slot,
    case
        when slot_energy is null or part_count = 1 then slot_energy
        when doubled_slot_holds = 'first' then if(part_index = 1, slot_energy, null)
        when doubled_slot_holds = 'second' then if(part_index = 2, slot_energy, null)
        when part_index = 1 then if(share >= 0.5, slot_energy * share, slot_energy - slot_energy * (1 - share))
        else if(share > 0.5, slot_energy * share, slot_energy - slot_energy * (1 - share))
    end as energy,
    case
        when slot_energy is null then 'missing'
        when part_count = 1 then 'measured'
        when doubled_slot_holds = 'first' then if(part_index = 1, 'measured', 'missing')
        when doubled_slot_holds = 'second' then if(part_index = 2, 'measured', 'missing')
        else 'split'
    end as quality,
    case
        when missing_rule is not null then missing_rule
        when slot_energy is null then if(slot is null, 'no_slot', 'null_in_source')
        when part_count = 1 then null
        when doubled_slot_holds = 'first' then if(part_index = 1, null, 'pass_not_recorded')
        when doubled_slot_holds = 'second' then if(part_index = 2, null, 'pass_not_recorded')
        when layout = 'end_label' then 'end_label_summed'
        else 'wall_clock_summed'
    end as quality_rule,
    is_register
from valued
union all
select
    clock.*,
    coalesce(meaning.is_register, false) as is_register
from fixed_clock_interval as clock
left join series_meaning as meaning using (series_id)
