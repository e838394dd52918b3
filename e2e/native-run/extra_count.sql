-- A count that no file gave, to put into staged_count and see the ledger refuse the run.
-- Grain: one row.
select
    1 as source_id,
    1 as series_id,
    getvariable('extra_rows')::bigint as row_count,
    getvariable('extra_values')::bigint as value_count,
    getvariable('extra_energy')::varchar::decimal(38, 9) as energy
