-- How many rows a table or view has, and how many of them are different in the columns listed,
-- comma-separated, in the variable `columns`. Both names come from variables.
-- Grain: one row.
select
    (select count(*) from query_table(getvariable('model')))::integer as row_count,
    (
        select count(*)
        from (
            select distinct columns(lambda name: list_contains(string_split(getvariable('columns'), ','), name))
            from query_table(getvariable('model'))
        ) as key
    )::integer as distinct_count
