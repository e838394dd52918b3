-- Every row of one file, whatever its columns. Grain: one row of the file.
select columns(*) from read_parquet($path)
