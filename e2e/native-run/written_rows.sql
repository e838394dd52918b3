-- A written file, row by row.
-- Grain: one row of the file, in file order.
select * from read_parquet(getvariable('written_path'))
