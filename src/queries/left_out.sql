-- What the batch in hand holds beside the rows that a person chose to open.
-- Grain: one row. Values are those that are not null.
select
    (whole.row_count - chosen.row_count)::double as rows,
    (whole.value_count - chosen.value_count)::double as values
from (
    select
        count(*) as row_count,
        coalesce(sum(list_count(energy_consumption)), 0) as value_count
    from whole_batch
) as whole
cross join (
    select
        count(*) as row_count,
        coalesce(sum(list_count(energy_consumption)), 0) as value_count
    from source_batch
) as chosen
