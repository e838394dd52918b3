-- A file of the input contract whose meters have names of very many equal characters, which pack to nothing.
copy (
    select
        'client' as client_id,
        date '2022-01-01' as date,
        repeat('m', LENGTH) || number::varchar as ext_dev_ref,
        [1, 2, 3]::bigint[] as energy_consumption,
        '60min' as resolution
    from range(ROWS) as numbers(number)
) to ($path) (format parquet, compression zstd)
