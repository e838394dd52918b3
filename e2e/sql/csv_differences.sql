-- Rows that a CSV export has and the Parquet export has not, and the other way round.
-- Grain: one row that differs; none when both say the same. The CSV is read as text, and each text as the
-- type of its Parquet column, so that a rounded number or a shifted time shows.
with
as_csv as (
    select
        client_id,
        ext_dev_ref,
        fuel,
        channel,
        strptime(timestamp_utc, '%Y-%m-%dT%H:%M:%SZ') as timestamp_utc,
        strptime(timestamp_local, '%Y-%m-%dT%H:%M:%S') as timestamp_local,
        utc_offset_minutes::smallint as utc_offset_minutes,
        interval_minutes::integer as interval_minutes,
        local_date::date as local_date,
        local_hour::tinyint as local_hour,
        iso_weekday::tinyint as iso_weekday,
        is_weekend::boolean as is_weekend,
        local_month::tinyint as local_month,
        energy::double as energy,
        unit,
        quality,
        quality_rule,
        source_file,
        source_row::integer as source_row,
        source_slot::smallint as source_slot
    from read_csv($csv_path, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')
),
as_parquet as (
    select * replace (timestamp_utc::timestamp as timestamp_utc)
    from read_parquet($parquet_path)
),
only_in_csv as (
    from as_csv
    except all
    from as_parquet
),
only_in_parquet as (
    from as_parquet
    except all
    from as_csv
)
select 'only in CSV' as side, * from only_in_csv
union all
select 'only in Parquet' as side, * from only_in_parquet
limit 5
