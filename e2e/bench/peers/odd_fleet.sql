-- The fleet of `source`, hourly, with something wrong with each meter, so that every rule of the peers has
-- something to find.
-- Grain: one row of the file.
copy (
    with numbered as (
        select
            client_id,
            date,
            ext_dev_ref,
            energy_consumption as energy,
            resolution,
            right(ext_dev_ref, 5)::integer as meter,
            (date - date '2022-01-01')::integer as day
        from read_parquet($source)
    ),

    changed as (
        select
            * exclude (energy, resolution),
            case
                when meter = 0 and day = 80 then list_transform(energy, lambda value, place: if(place = 7, value * 100, value))
                when meter = 1 and day = 81 then list_transform(energy, lambda value, place: if(place = 7, -value, value))
                when meter = 2 and day = 50 then list_transform(energy, lambda value, place: if(place > 3, 500, value))
                when meter = 2 and day = 51 then list_transform(energy, lambda value, place: if(place < 5, 500, value))
                when meter = 2 and day = 60 then list_transform(energy, lambda value, place: if(place > 21, 501, value))
                when meter = 2 and day = 61 then list_transform(energy, lambda value, place: if(place < 4, 501, value))
                when meter = 3 and day % 50 = 7 then list_transform(energy, lambda value, place: if(place between 3 and 4 + day // 50, 0, value))
                when meter = 5 and day between 20 and 70 then list_transform(energy, lambda value, place: if(place % 5 < 3, null, value))
                when meter = 7 and day > 200 then list_transform(energy, lambda value: value * 1000)
                when meter = 9 and date = date '2022-03-27' then list_transform(energy, lambda value, place: coalesce(value, 321))
                when meter = 10 and day between 5 and 6 then list_transform(energy, lambda value, place: if(place = 9, 1000000000000, value))
                when meter = 11 and day > 300 and date <> date '2022-10-30' then flatten(list_transform(energy, lambda value: [value // 2, value // 2 + 1]))
                when meter = 12 then list_transform(energy, lambda value, place: day * 1000 + place * 10)
                when meter = 13 then list_transform(energy, lambda value, place: if(place % 3 = 0, -value, value))
                else energy
            end as energy,
            if(meter = 11 and day > 300 and date <> date '2022-10-30', '30min', resolution) as resolution
        from numbered
    ),

    repeated as (
        select
            *,
            0 as copy
        from changed
        where not (meter = 4 and day between 100 and 140)
        union all
        select
            *,
            1 as copy
        from changed
        where meter = 6 and day = 20
        union all
        select
            * replace (list_transform(energy, lambda value: value + 1) as energy),
            1 as copy
        from changed
        where meter = 6 and day in (21, 22)
    )

    select
        client_id,
        date,
        ext_dev_ref,
        energy as energy_consumption,
        resolution
    from repeated
    order by meter, copy, if(meter = 8 and day between 10 and 14, 24 - day, day)
) to $path (format parquet, compression snappy)
