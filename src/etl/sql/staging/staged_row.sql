-- The rows of the batch in hand: typed, keyed by series_id, the array still folded, with what later steps
-- need to know of it, so that none of them goes over ordinary arrays again.
-- Grain: one source row. A row without client, meter or date has a null series_id.
-- A value that is not a finite number below 1e15 becomes null and is counted in values_refused.
-- is_whole: whole numbers so small that a day of them, minute by minute, stays below 2^32: up to there
-- a double becomes a DECIMAL(38, 9) without error, and total is exact; exact_total is only there for the others.
-- Such an array lies in short_energy, or where 16 bits are too few in whole_energy, any other in energy: to store a
-- double the engine compares it with the least and the most so far, NaN considered, which took a third of staging.
-- A run of six equal values covers two neighbours among every third slot and what is between them: may_be_stuck says
-- that some are so. For most days of hours a product of the neighbours' differences rules it out, which is the
-- quickest way, and null where a slot is. equal_at_start and equal_at_end are how many equal values, five at most and
-- none of them 0, the array starts and ends with.
-- A reader that folds several rows of a file into one says itself which row that is (source_row), and may
-- say that a row is set aside (set_aside_as); other files have neither column.
-- A reader may replace the texts of a row by a code (text_code); batch_key says what it means, or names the texts.
-- What a reader has worked out of an array (array_count and the like, the same by the same rules) is taken from it:
-- of arrays whose values are all usable, and not all null.
-- repeated_as is set by the models, when all rows are there (see duplicate_row).
-- A date beyond the years 1 to 9999 is held at their edge: date functions fail on it, and it is set aside anyway.
with numbered as (
    select
        *,
        case
            when date > date '9999-12-31' then date '9999-12-31'
            when date < date '0001-01-01' then date '0001-01-01'
            else date
        end as local_date,
        -- Of the array as it lies in the file: whole numbers are compared in a third of the time.
        coalesce(array_highest::double, list_max(energy_consumption)::double) as raw_highest,
        coalesce(array_lowest::double, list_min(energy_consumption)::double) as raw_lowest,
        coalesce(array_count::integer, list_count(energy_consumption), 0)::integer as raw_count,
        coalesce(len(energy_consumption), 0)::integer as slots,
        coalesce(
            source_row::integer,
            getvariable('first_row')::integer + (row_number() over ())::integer - 1
        ) as row_of_file
    from source_batch
),

named as (
    select
        case when numbered.local_date is not null then key.series_id end as series_id,
        key.stated_minutes,
        numbered.local_date,
        numbered.energy_consumption as raw_energy,
        numbered.slots,
        numbered.row_of_file as source_row,
        numbered.set_aside_as,
        numbered.raw_highest,
        numbered.raw_lowest,
        numbered.raw_count,
        coalesce(raw_highest < 1e15 and raw_lowest > -1e15, raw_highest is null) as is_usable,
        coalesce(key.from_integers and raw_highest < 2e6 and raw_lowest > -2e6, false) as is_whole,
        coalesce(key.from_integers and raw_highest < 32768 and raw_lowest >= -32768, false) as is_short,
        numbered.array_total::double as array_total,
        numbered.array_may_be_stuck::boolean as array_may_be_stuck,
        numbered.array_equal_at_start::smallint as array_equal_at_start,
        numbered.array_equal_at_end::smallint as array_equal_at_end
    from numbered
    inner join batch_key as key
        on key.text_code is not distinct from numbered.text_code::integer
        and key.client_id is not distinct from numbered.client_id
        and key.ext_dev_ref is not distinct from numbered.ext_dev_ref
        and key.fuel is not distinct from numbered.fuel
        and key.channel is not distinct from numbered.channel
        and key.unit is not distinct from numbered.unit
        and key.resolution is not distinct from numbered.resolution
),

cleaned as (
    select
        named.*,
        -- Arrays of other rows may hold what does not fit: a cast looks at all of them.
        case when is_short then try_cast(raw_energy as smallint[]) end as short_energy,
        case when is_whole and not is_short then try_cast(raw_energy as integer[]) end as whole_energy,
        case
            when is_whole then null
            when is_usable then raw_energy::double[]
            else
                list_transform(
                    raw_energy::double[],
                    lambda value: case when value < 1e15 and value > -1e15 then value end
                )
        end as energy,
        case
            when stated_minutes in (43200, 1440) then stated_minutes
            when stated_minutes between 1 and 720 and 1440 % stated_minutes = 0 then stated_minutes
            when stated_minutes is not null then null
            when slots in (23, 24, 25) then 60
            when slots in (46, 48, 50) then 30
            when slots in (92, 96, 100) then 15
            when slots in (276, 288, 300) then 5
        end as resolution_minutes
    from named
),

bounded as (
    select
        cleaned.*,
        if(is_usable, raw_count, coalesce(list_count(energy), 0)::integer) as value_count,
        coalesce(
            array_total,
            list_sum(short_energy)::double,
            list_sum(whole_energy)::double,
            list_sum(energy),
            0
        ) as total,
        if(is_usable, raw_lowest, list_min(energy)) as lowest,
        if(is_usable, raw_highest, list_max(energy)) as highest,
        case
            when array_may_be_stuck is not null then null
            when is_short then short_energy::double[]
            when is_whole then whole_energy::double[]
            else energy
        end as described
    from cleaned
)

select
    getvariable('source_id')::integer as source_id,
    source_row,
    series_id,
    local_date,
    resolution_minutes,
    coalesce(stated_minutes is null and resolution_minutes is not null, false) as resolution_inferred,
    short_energy,
    whole_energy,
    energy,
    slots,
    value_count,
    total,
    case
        when not is_whole
            -- The filter leaves nothing behind that the cast would stumble over in another row's array.
            then
                coalesce(
                    list_sum(list_filter(energy, lambda value: value < 1e15 and value > -1e15)::decimal(38, 9)[]),
                    0
                )::decimal(38, 9)
    end as exact_total,
    lowest,
    highest,
    (raw_count - value_count)::integer as values_refused,
    is_whole,
    coalesce(slots * resolution_minutes = 1440 and resolution_minutes <= 1440, false) as covers_day,
    coalesce(
        array_may_be_stuck,
        (highest <> 0 or lowest <> 0)
        and case
            when slots = 24
                and (described[4] - described[1])
                * (described[4] - described[7])
                * (described[10] - described[7])
                * (described[10] - described[13])
                * (described[16] - described[13])
                * (described[16] - described[19])
                * (described[22] - described[19])
                <> 0
                then false
            else
                len(
                    list_filter(
                        list_filter(range(1, slots - 2, 3), lambda place: described[place] = described[place + 3]),
                        lambda place: described[place + 1] = described[place] and described[place + 2] = described[place]
                    )
                ) > 0
        end,
        false
    ) as may_be_stuck,
    coalesce(short_energy[1]::double, whole_energy[1]::double, energy[1]) as first_value,
    case
        when array_equal_at_start is not null then array_equal_at_start
        when described[1] is null or described[1] = 0 then 0
        when described[2] is distinct from described[1] then 1
        when described[3] is distinct from described[1] then 2
        when described[4] is distinct from described[1] then 3
        when described[5] is distinct from described[1] then 4
        else 5
    end::smallint as equal_at_start,
    coalesce(short_energy[-1]::double, whole_energy[-1]::double, energy[-1]) as last_value,
    case
        when array_equal_at_end is not null then array_equal_at_end
        when described[-1] is null or described[-1] = 0 then 0
        when described[-2] is distinct from described[-1] then 1
        when described[-3] is distinct from described[-1] then 2
        when described[-4] is distinct from described[-1] then 3
        when described[-5] is distinct from described[-1] then 4
        else 5
    end::smallint as equal_at_end,
    case
        when series_id is null then 'null_key'
        when set_aside_as is not null then set_aside_as
        when local_date not between date '1900-01-01' and date '2199-12-31' then 'date_out_of_range'
        when slots = 0 then 'empty_array'
        when resolution_minutes is null then 'unreadable_resolution'
    end as refused_as,
    null::varchar as repeated_as
from bounded
