-- Every counter state that was read, held against its neighbour: what flowed between the two.
-- Grain: one state. A state at the start of its slot is held against the next one, a state at the end
-- against the one before; from_utc and to_utc are the instants of the two, null where there is no other.
-- verdict: measured (one interval apart), gap (further apart), roll_over (the counter went round: from the
-- last tenth below a power of ten to the first, and by no more than ten times the greatest ordinary rate),
-- reset (it fell to a hundredth or less), fall (it fell otherwise), edge (the one state of a series that has no other to be
-- held against). energy is null where it cannot be known. Differences are taken to nine decimals, of states from a
-- million on to six: that is what a double holds.
with neighbour as (
    select
        register_place.*,
        if(states_at_end, lag(read_utc) over line, read_utc) as from_utc,
        if(states_at_end, read_utc, lead(read_utc) over line) as to_utc,
        if(states_at_end, lag(state) over line, state) as opening_state,
        if(states_at_end, state, lead(state) over line) as closing_state,
        if(max(abs(state)) over (partition by series_id) < 1e6, 9, 6) as decimals
    from register_place
    where state is not null
    window line as (partition by series_id order by read_utc)
),

stepped as (
    select
        neighbour.*,
        date_diff('minute', from_utc, to_utc) as minutes,
        round(closing_state - opening_state, decimals) as step,
        power(10, ceil(log10(greatest(opening_state, 1) + 1e-9))) as turn
    from neighbour
),

judged as (
    select
        stepped.*,
        max(step / minutes) filter (where step >= 0) over (partition by series_id) as most_per_minute
    from stepped
)

select
    series_id,
    local_date,
    source_id,
    source_row,
    slot,
    from_utc,
    to_utc,
    opening_state,
    closing_state,
    case
        when from_utc is null or to_utc is null then 'edge'
        when step >= 0 then if(minutes = interval_minutes, 'measured', 'gap')
        when opening_state >= 0.9 * turn
            and closing_state <= 0.1 * turn
            and closing_state >= 0
            and turn + step <= 10 * most_per_minute * minutes
            then 'roll_over'
        when closing_state >= 0 and closing_state <= 0.01 * opening_state then 'reset'
        else 'fall'
    end as verdict,
    minutes = interval_minutes as is_adjacent,
    case
        when step >= 0 then step
        when verdict = 'roll_over' then round(turn + step, decimals)
    end as energy,
    minutes = interval_minutes or register_gaps = 'split' as is_shown
from judged
