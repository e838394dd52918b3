-- The real intervals of series of counter states, with the energy between two states.
-- Grain: one real interval, in the columns of special_interval.
-- Energy over a gap is set aside, or, where the person says so, shared out by the length of the intervals;
-- then the parts add up to it exactly and stand under the state that it was counted from. A roll-over is
-- suspect; what lies across a reset or a fall is missing, never negative.
with known as (
    select
        place.*,
        pair.source_id as pair_source_id,
        pair.source_row as pair_source_row,
        pair.slot as pair_slot,
        pair.from_utc,
        coalesce(place.start_utc < pair.to_utc, false) as is_inside,
        pair.verdict,
        pair.energy as pair_energy,
        pair.is_adjacent,
        pair.is_shown
    from register_place as place
    asof left join (select * from register_state where from_utc is not null and to_utc is not null) as pair
        on pair.series_id = place.series_id
        and place.start_utc >= pair.from_utc
),

bounded as (
    select
        known.* exclude (verdict, pair_energy, is_shown, is_adjacent),
        if(is_inside, verdict, 'edge') as verdict,
        if(is_inside, pair_energy, null) as pair_energy,
        coalesce(is_inside and is_shown, false) as is_shown,
        coalesce(is_inside and is_adjacent, false) as is_adjacent
    from known
),

shared as (
    select
        bounded.*,
        round(
            pair_energy * sum(interval_minutes) over so_far / sum(interval_minutes) over pair,
            9
        )::decimal(38, 9) as energy_so_far
    from bounded
    window
        pair as (partition by series_id, from_utc, is_shown),
        so_far as (
            partition by series_id, from_utc, is_shown
            order by start_utc
            rows between unbounded preceding and current row
        )
),

parted as (
    select
        shared.*,
        (
            energy_so_far
            - coalesce(
                lag(energy_so_far) over (partition by series_id, from_utc, is_shown order by start_utc),
                0
            )
        )::double as part
    from shared
)

select
    series_id,
    local_date,
    resolution_minutes,
    if(is_shared, pair_source_id, source_id) as source_id,
    if(is_shared, pair_source_row, source_row) as source_row,
    start_utc,
    utc_offset_minutes,
    interval_minutes,
    if(is_shared, pair_slot, slot)::smallint as slot,
    case when is_shown and pair_energy is not null then if(is_adjacent, pair_energy, part) end as energy,
    case
        when not is_shown or pair_energy is null then 'missing'
        when verdict = 'roll_over' then 'suspect'
        when verdict = 'gap' then 'split'
        else 'measured'
    end as quality,
    case
        when verdict = 'measured' then null
        when verdict in ('roll_over', 'reset', 'fall') then 'register_' || verdict
        when is_shared or state is not null then 'register_' || verdict
        else quality_rule
    end as quality_rule
from (
    select
        *,
        is_shown and not is_adjacent and pair_energy is not null as is_shared
    from parted
) as told
