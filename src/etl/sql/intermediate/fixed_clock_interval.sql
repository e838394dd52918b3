-- The real intervals of local dates that days of a fixed clock do not cover in the ordinary way:
-- clock changes, days without a row, a change of file or resolution.
-- Grain: one real interval, in the columns of special_interval.
with slot_of_part as (
    select
        part.*,
        unnest(range(0, part.slots))::integer as place
    from fixed_clock_part as part
    where not exists (
        select 1
        from fixed_clock_day as plain
        where plain.series_id = part.series_id
            and plain.local_date = part.local_date
            and plain.resolution_minutes = part.resolution_minutes
    )
)

select
    slot_of_part.series_id,
    slot_of_part.local_date,
    slot_of_part.resolution_minutes,
    slot_of_part.source_id,
    slot_of_part.source_row,
    slot_of_part.start_utc + to_minutes(place * slot_of_part.resolution_minutes) as start_utc,
    if(
        slot_of_part.start_utc + to_minutes(place * slot_of_part.resolution_minutes)
        < calendar.start_utc + to_minutes(calendar.transition_elapsed_minutes),
        calendar.offset_before_minutes,
        calendar.offset_after_minutes
    )::smallint as utc_offset_minutes,
    slot_of_part.resolution_minutes as interval_minutes,
    if(missing_rule is null, first_slot + place, null)::smallint as slot,
    energy[place + 1] as energy,
    if(energy[place + 1] is null, 'missing', 'measured') as quality,
    case
        when missing_rule is not null then missing_rule
        when energy[place + 1] is null then 'null_in_source'
    end as quality_rule
from slot_of_part
inner join local_calendar as calendar using (local_date)
