-- Every real interval of the series whose values are counter states, with the state that stands in its place.
-- Grain: one real interval. read_utc is the instant of the state: the interval's start, or its end where the
-- person says so.
with register as (
    select
        series_id,
        states_at_end,
        register_gaps
    from series_meaning
    where is_register
),

place as (
    select
        series_id,
        local_date,
        resolution_minutes,
        source_id,
        source_row,
        start_utc,
        utc_offset_minutes,
        interval_minutes,
        slot,
        energy as state,
        quality_rule
    from placed_interval
    where is_register
    union all
    select
        cell.series_id,
        cell.local_date,
        cell.resolution_minutes,
        cell.source_id,
        if(cell.place >= cell.turn_slot, cell.next_source_row, cell.source_row) as source_row,
        cell.start_utc + to_minutes(cell.place * cell.resolution_minutes) as start_utc,
        cell.offset_before_minutes::smallint as utc_offset_minutes,
        cell.resolution_minutes as interval_minutes,
        if(cell.place >= cell.turn_slot, cell.place - cell.turn_slot, cell.place + cell.first_slot)::smallint as slot,
        cell.state,
        if(cell.state is null, 'null_in_source', null) as quality_rule
    from (
        select
            placed_fold.* exclude (energy),
            unnest(placed_fold.energy) as state,
            (generate_subscripts(placed_fold.energy, 1) - 1)::integer as place
        from placed_fold
        semi join register using (series_id)
    ) as cell
)

select
    place.*,
    if(register.states_at_end, place.start_utc + to_minutes(place.interval_minutes), place.start_utc) as read_utc,
    register.states_at_end,
    register.register_gaps
from place
inner join register using (series_id)
