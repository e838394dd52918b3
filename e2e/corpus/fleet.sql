-- A fleet of invented meters in the input contract, written straight to Parquet.
-- Grain: one meter and local date. Values come from a hash of seed, meter, day and slot, so that
-- every slot differs and every run agrees. The spring slots of Europe/Vilnius are null, the autumn
-- slots hold both readings, added. 320 distinct values keep the dictionary, and so the file, small.
copy (
    with calendar as (
        select
            day_number,
            (date '2022-01-01' + day_number::integer) as local_date,
            make_date(year(local_date), 3, 31) as march_end,
            make_date(year(local_date), 10, 31) as october_end,
            local_date = march_end - (isodow(march_end) % 7)::integer as is_spring,
            local_date = october_end - (isodow(october_end) % 7)::integer as is_autumn
        from range($days::bigint) as day(day_number)
    )

    select
        'client-' || lpad((meter // 100)::varchar, 3, '0') as client_id,
        local_date as date,
        'meter-' || lpad(meter::varchar, 5, '0') as ext_dev_ref,
        list_transform(
            range(1440 // $resolution_minutes::bigint),
            lambda slot: case
                when is_spring and slot * $resolution_minutes >= 180 and slot * $resolution_minutes < 240 then null
                when is_autumn and slot * $resolution_minutes >= 180 and slot * $resolution_minutes < 240
                    then 800 + (hash($seed::bigint, meter, day_number, slot) % 320)::bigint
                        + (hash($seed::bigint, meter, day_number, slot + 1440) % 320)::bigint
                else 400 + (hash($seed::bigint, meter, day_number, slot) % 320)::bigint
            end
        ) as energy_consumption,
        $resolution_minutes::bigint::varchar || 'min' as resolution
    from range($meters::bigint) as fleet(meter)
    cross join calendar
    order by meter, day_number
) to $path (format parquet, compression zstd, row_group_size 122880)
