-- A chosen export by local hour, day or month, each with how much of it is known. The two hours that a
-- clock shows twice are two rows, told apart by their offset; a day has its 23 or 25 hours. What is
-- coarser than the resolution asked for stays a row of its own: nothing is ever spread.
-- Energy is the sum of the values that are there, exact to nine decimals; null where there is none. Where a
-- person asked for estimates it holds them, energy_estimated is their part, and coverage leaves them out.
-- Grain: one series and local hour, day or month. Sorted by series, then time.
select
    client_id,
    ext_dev_ref,
    fuel,
    channel,
    min(start_utc)::timestamptz as timestamp_utc,
    arg_min(timestamp_local, start_utc) as timestamp_local,
    arg_min(utc_offset_minutes, start_utc)::smallint as utc_offset_minutes,
    sum(interval_minutes)::integer as minutes,
    arg_min(timestamp_local, start_utc)::date as local_date,
    sum(energy::decimal(38, 9))::double as energy,
    unit,
    count(*)::integer as intervals,
    count(energy)::integer as intervals_with_value,
    coalesce(sum(interval_minutes) filter (where is_known), 0)::integer as minutes_known,
    coalesce(sum(interval_minutes) filter (where is_known), 0)::double / sum(interval_minutes) as coverage,
    (count(*) filter (where quality = 'split'))::integer as intervals_split,
    (count(*) filter (where quality = 'suspect'))::integer as intervals_suspect,
    (count(*) filter (where quality = 'estimated'))::integer as intervals_estimated,
    (sum(energy::decimal(38, 9)) filter (where quality = 'estimated'))::double as energy_estimated
from (
    select
        *,
        timestamp_utc as start_utc,
        energy is not null and quality != 'estimated' as is_known,
        case
            when getvariable('resolution') = 'hour' and interval_minutes <= 60
                then date_trunc('hour', timestamp_local) - to_minutes(utc_offset_minutes::integer)
            when getvariable('resolution') = 'day' and interval_minutes <= 1560
                then date_trunc('day', timestamp_local)
            when getvariable('resolution') = 'month' then date_trunc('month', timestamp_local)
            else timestamp_utc
        end as bucket
    from chosen_reading
) as placed
group by series_rank, client_id, ext_dev_ref, fuel, channel, unit, bucket
order by series_rank, min(start_utc)
