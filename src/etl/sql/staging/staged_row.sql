-- The rows of the batch in hand: typed, keyed by series_id, the array still folded.
-- Grain: one source row. A row without client, meter or date has a null series_id.
-- A value that is not a finite number below 1e15 becomes null and is counted in values_refused.
-- is_whole: whole numbers so small that a day of them, minute by minute, stays below 2^32: up to there
-- a double becomes a DECIMAL(38, 9) without error.
-- A reader that folds several rows of a file into one says itself which row that is (source_row), and may
-- say that a row is set aside (set_aside_as); other files have neither column.
-- A date beyond the years 1 to 9999 is held at their edge: date functions fail on it, and it is set aside anyway.
with numbered as (
    select
        *,
        case
            when date > date '9999-12-31' then date '9999-12-31'
            when date < date '0001-01-01' then date '0001-01-01'
            else date
        end as local_date,
        energy_consumption::double[] as energy,
        coalesce(len(energy_consumption), 0)::integer as slots,
        coalesce(
            source_row::integer,
            getvariable('first_row')::integer + (row_number() over ())::integer - 1
        ) as row_of_file
    from source_batch
),

named as (
    select
        key.series_id,
        key.stated_minutes,
        key.from_integers,
        numbered.local_date,
        numbered.energy,
        numbered.slots,
        numbered.row_of_file as source_row,
        numbered.set_aside_as
    from numbered
    inner join batch_key as key
        on key.client_id is not distinct from numbered.client_id
        and key.ext_dev_ref is not distinct from numbered.ext_dev_ref
        and key.fuel is not distinct from numbered.fuel
        and key.channel is not distinct from numbered.channel
        and key.unit is not distinct from numbered.unit
        and key.resolution is not distinct from numbered.resolution
),

bounded as (
    select
        named.*,
        list_max(energy) as highest,
        list_min(energy) as lowest
    from named
),

read as (
    select
        bounded.*,
        highest < 1e15 and lowest > -1e15 as is_usable,
        case
            when slots in (23, 24, 25) then 60
            when slots in (46, 48, 50) then 30
            when slots in (92, 96, 100) then 15
            when slots in (276, 288, 300) then 5
        end as fitting_minutes
    from bounded
)

select
    getvariable('source_id')::integer as source_id,
    read.source_row,
    case when read.local_date is not null then read.series_id end as series_id,
    read.local_date,
    case
        when stated_minutes in (43200, 1440) then stated_minutes
        when stated_minutes between 1 and 720 and 1440 % stated_minutes = 0 then stated_minutes
        when stated_minutes is null then fitting_minutes
    end as resolution_minutes,
    coalesce(stated_minutes is null and fitting_minutes is not null, false) as resolution_inferred,
    case
        when is_usable then energy
        else list_transform(energy, lambda value: case when value < 1e15 and value > -1e15 then value end)
    end as energy,
    slots,
    if(is_usable or highest is null, lowest, list_min(list_filter(energy, lambda value: value < 1e15 and value > -1e15))) as lowest,
    if(is_usable or highest is null, highest, list_max(list_filter(energy, lambda value: value < 1e15 and value > -1e15))) as highest,
    case
        when is_usable or highest is null then 0
        else coalesce(len(list_filter(energy, lambda value: value is not null and not (value < 1e15 and value > -1e15))), 0)
    end::integer as values_refused,
    coalesce(from_integers and highest < 2e6 and lowest > -2e6, false) as is_whole,
    read.set_aside_as
from read
