-- One value of every kind that an engine hands over, and its null.
-- Grain: one row.
select
    1::bigint as big,
    170141183460469231731687303715884105727::hugeint as huge,
    1.5::decimal(38, 9) as exact,
    0.1::double as approximate,
    date '2022-03-27' as day,
    timestamp '2022-03-27 03:30:00.123' as instant,
    [1, null, 3]::bigint[] as list,
    {'at': timestamp '2022-01-01 00:00:00', 'parts': [0.5, null]} as struct,
    true as flag,
    getvariable('given')::varchar as given,
    null::double as nothing
