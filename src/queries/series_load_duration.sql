-- The load duration curve of one series in a window of local time: from inclusive, to exclusive.
-- Grain: one two-hundredth of the time that has a value, the highest load first; fewer rows where there are
-- fewer intervals. Rates are energy per hour. Shares are of the time with a value, so that missing
-- intervals neither lengthen nor lower the curve. rate_from is the highest and rate_to the lowest rate of
-- the step.
with known as (
    select
        start_utc,
        interval_minutes::bigint as minutes,
        energy * 60 / interval_minutes as rate
    from reading
    where series_id = getvariable('series_id')
        and energy is not null
        and start_utc + to_minutes(utc_offset_minutes) >= epoch_ms(getvariable('from_date_ms')::bigint)
        and start_utc + to_minutes(utc_offset_minutes) < epoch_ms(getvariable('to_date_ms')::bigint)
),

ranked as (
    select
        rate,
        minutes,
        sum(minutes) over (order by rate desc, start_utc rows unbounded preceding) as minutes_to,
        sum(minutes) over () as minutes_known
    from known
)

select
    min((minutes_to - minutes) / minutes_known)::double as share_from,
    max(minutes_to / minutes_known)::double as share_to,
    max(rate) as rate_from,
    min(rate) as rate_to
from ranked
group by floor((minutes_to - minutes) * 200 / minutes_known)
order by share_from
