-- What stands in the slots that the clocks skip, on every spring day with an array of an ordinary length.
-- Grain: one source file with such days.
-- A day speaks for start labels when the slots that begin in the skipped time are all null (or all zero)
-- and the one before is not; for end labels when it is the slots that end in it, one earlier. Copied:
-- they hold what the skipped length of time before holds, or the hour before, or its last slot. The same patterns on ordinary days within two
-- weeks say how much the sign is worth. A slot that is only partly skipped (Lord Howe at 60 minutes)
-- shows in its ratio to its neighbours.
with slot_use as (
    select
        local_date,
        resolution_minutes,
        layout,
        slot,
        sum(interval_minutes) as minutes
    from transition_slot
    where slot is not null and layout in ('wall_clock', 'end_label') and resolution_minutes < 1440
    group by all
),

used as (
    select
        slot_use.local_date,
        slot_use.resolution_minutes,
        list(slot_use.slot) filter (where layout = 'wall_clock') as start_used,
        list(slot_use.slot) filter (where layout = 'end_label') as end_used,
        min(slot_use.slot) filter (where layout = 'wall_clock' and minutes < slot_use.resolution_minutes) as partial_slot,
        min(minutes / slot_use.resolution_minutes) filter (where layout = 'wall_clock') as partial_share
    from slot_use
    inner join local_calendar as calendar using (local_date)
    where calendar.shift_minutes > 0
    group by slot_use.local_date, slot_use.resolution_minutes
),

skipped as (
    select
        used.* exclude (start_used, end_used),
        list_filter(
            range(0, 1440 // resolution_minutes),
            lambda slot: not list_contains(start_used, slot::integer)
        ) as start_slots,
        list_filter(
            range(0, 1440 // resolution_minutes),
            lambda slot: not list_contains(end_used, slot::integer)
        ) as end_slots
    from used
),

looked_at as (
    select
        day.source_id,
        day.energy,
        true as is_gap,
        skipped.* exclude (local_date)
    from uneven_day as day
    inner join skipped using (local_date, resolution_minutes)
    where day.slots * day.resolution_minutes = 1440
    union all
    select
        near.source_id,
        near.energy,
        false as is_gap,
        skipped.* exclude (local_date)
    from near_day as near
    inner join skipped
        on skipped.resolution_minutes = near.resolution_minutes
        and skipped.local_date = near.transition_date
),

picked as (
    select
        looked_at.*,
        list_transform(start_slots, lambda slot: energy[slot + 1]) as at_start,
        list_transform(end_slots, lambda slot: energy[slot + 1]) as at_end,
        list_transform(
            list_filter(start_slots, lambda slot: not list_contains(end_slots, slot)),
            lambda slot: energy[slot + 1]
        ) as start_only,
        list_transform(
            list_filter(end_slots, lambda slot: not list_contains(start_slots, slot)),
            lambda slot: energy[slot + 1]
        ) as end_only,
        list_transform(
            list_filter(start_slots, lambda slot: start_slots[1] >= len(start_slots)),
            lambda slot: energy[slot + 1 - len(start_slots)]
        ) as stretch_before,
        list_transform(
            list_filter(start_slots, lambda slot: start_slots[1] >= 60 // resolution_minutes),
            lambda slot: energy[slot + 1 - 60 // resolution_minutes]
        ) as hour_before,
        energy[start_slots[1]] as slot_before,
        energy[partial_slot + 1] / nullif((energy[partial_slot] + energy[partial_slot + 2]) / 2, 0) as partial_ratio
    from looked_at
    where list_count(energy) > 0
),

signed as (
    select
        source_id,
        is_gap,
        at_start,
        partial_share,
        case when len(start_slots) = 0 then partial_ratio end as partial_ratio,
        len(start_slots) > 0 and list_count(at_start) = 0
        and (len(end_only) = 0 or list_count(end_only) > 0) as start_null,
        len(end_slots) > 0 and list_count(at_end) = 0
        and (len(start_only) = 0 or list_count(start_only) > 0) as end_null,
        len(start_slots) > 0 and len(list_filter(at_start, lambda value: value = 0)) = len(start_slots)
        and (len(end_only) = 0 or len(list_filter(end_only, lambda value: value <> 0)) > 0) as start_zero,
        len(end_slots) > 0 and len(list_filter(at_end, lambda value: value = 0)) = len(end_slots)
        and (len(start_only) = 0 or len(list_filter(start_only, lambda value: value <> 0)) > 0) as end_zero,
        len(start_slots) > 0 and list_count(at_start) = len(start_slots)
        and len(list_filter(at_start, lambda value: value <> 0)) > 0
        and (
            at_start = stretch_before
            or at_start = hour_before
            or (at_start = list_transform(start_slots, lambda slot: slot_before))
        ) as copied,
        len(start_slots) > 0 and list_count(at_start) = len(start_slots) as valued
    from picked
),

judged as (
    select
        *,
        start_null or start_zero as speaks_start,
        end_null or end_zero as speaks_end,
        valued and not copied and not start_zero and not end_zero and not end_null as speaks_valued
    from signed
)

select
    source_id,
    count(*) filter (where is_gap) as gap_days,
    coalesce(sum(len(at_start) - list_count(at_start)) filter (where is_gap), 0)::bigint as gap_slots_null,
    coalesce(sum(len(list_filter(at_start, lambda value: value = 0))) filter (where is_gap), 0)::bigint as gap_slots_zero,
    coalesce(sum(len(list_filter(at_start, lambda value: value <> 0))) filter (where is_gap), 0)::bigint as gap_slots_valued,
    count(*) filter (where is_gap and speaks_start) as gap_days_start,
    count(*) filter (where is_gap and speaks_end) as gap_days_end,
    count(*) filter (where is_gap and copied) as gap_days_copied,
    count(*) filter (where is_gap and speaks_valued) as gap_days_valued,
    coalesce(round(avg(speaks_start::integer) filter (where not is_gap), 6), 0) as start_rate,
    coalesce(round(avg(speaks_end::integer) filter (where not is_gap), 6), 0) as end_rate,
    coalesce(round(avg(copied::integer) filter (where not is_gap), 6), 0) as copied_rate,
    median(partial_ratio) filter (where is_gap) / median(partial_ratio) filter (where not is_gap) as partial_ratio,
    min(partial_share) as partial_share
from judged
group by source_id
having count(*) filter (where is_gap) > 0
