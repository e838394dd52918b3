-- The rows of the batch in hand that a person chose to open, each with its place in the file.
-- Grain: one source row. A row without client, meter or date stays: what becomes of it is said as for a whole file.
select
    placed.* exclude (row_of_file, source_row),
    placed.row_of_file as source_row
from (
    select
        *,
        getvariable('first_row')::integer + (row_number() over ())::integer - 1 as row_of_file
    from whole_batch
) as placed
where placed.client_id is null
    or placed.ext_dev_ref is null
    or placed.date is null
    or (
        (getvariable('selected_from') = '' or placed.date >= nullif(getvariable('selected_from'), '')::date)
        and (getvariable('selected_to') = '' or placed.date <= nullif(getvariable('selected_to'), '')::date)
        and (
            not getvariable('selects_meters')
            or exists (
                select 1
                from selected_meter as chosen
                where chosen.client_id = placed.client_id and chosen.ext_dev_ref = placed.ext_dev_ref
            )
        )
    )
