-- The proof that nothing was lost or invented: read = shown + set aside, in rows, values and energy.
-- Grain: one series of one source file; series_id null gathers rows without a key, source_id null the
-- intervals of periods that no file has.
-- The read side was counted on the raw batches at intake. The shown side is counted on what `reading`
-- unfolds: whole arrays of days that unfold as they are, every placed interval of the others, where the
-- parts of a split value are added up before they are compared. Energy is exact to nine decimals.
-- energy_in_file is the sum of the values as they lie in the file, energy_read the same after conversion, and
-- file_difference holds what was converted to what was read: the conversion itself stands between two proofs.
with read_side as (
    select
        intake.source_id,
        intake.series_id,
        intake.row_count as rows_read,
        intake.value_count as values_read,
        intake.energy as energy_in_file,
        intake.energy - coalesce(converted.energy_in_file, intake.energy) as file_difference,
        coalesce(converted.energy, intake.energy) as energy_read
    from intake_count as intake
    left join converted_count as converted using (source_id, series_id)
),

ordinary_shown as (
    select
        source_id,
        series_id,
        0 as rows_shown,
        sum(list_count(energy)) as values_shown,
        sum(if(is_whole, list_sum(energy)::decimal(38, 9), list_sum(energy::decimal(38, 9)[]))) as energy_shown,
        sum(len(energy)) as readings,
        0 as readings_split,
        sum(len(energy) - list_count(energy)) as readings_missing,
        0 as readings_suspect,
        0 as readings_estimated,
        0 as readings_flagged
    from ordinary_day
    group by source_id, series_id
),

special_slot as (
    select
        source_id,
        series_id,
        -- Parts of the energy between two counter states may lie on several dates, and are one value.
        if(meaning.is_register, null, local_date) as local_date,
        source_row,
        slot,
        sum(energy)::decimal(38, 9) as energy,
        count(*) as readings,
        count(*) filter (where quality = 'split') as readings_split,
        count(*) filter (where quality = 'missing' and estimate is null) as readings_missing,
        count(*) filter (where quality = 'suspect') as readings_suspect,
        count(estimate) as readings_estimated,
        count(*) filter (where quality = 'estimated') as readings_flagged
    from judged_interval
    left join series_meaning as meaning using (series_id)
    group by all
),

special_shown as (
    select
        source_id,
        series_id,
        0 as rows_shown,
        count(energy) as values_shown,
        sum(energy) as energy_shown,
        sum(readings) as readings,
        sum(readings_split) as readings_split,
        sum(readings_missing) as readings_missing,
        sum(readings_suspect) as readings_suspect,
        sum(readings_estimated) as readings_estimated,
        sum(readings_flagged) as readings_flagged
    from special_slot
    group by source_id, series_id
),

shown_row as (
    select
        source_id,
        series_id,
        count(*) as rows_shown
    from placed_day
    where layout <> 'wrong_length'
    group by source_id, series_id
),

shown_side as (
    select
        source_id,
        series_id,
        sum(rows_shown)::bigint as rows_shown,
        sum(values_shown)::bigint as values_shown,
        coalesce(sum(energy_shown), 0)::decimal(38, 9) as energy_shown,
        sum(readings)::bigint as readings,
        sum(readings_split)::bigint as readings_split,
        sum(readings_missing)::bigint as readings_missing,
        sum(readings_suspect)::bigint as readings_suspect,
        sum(readings_estimated)::bigint as readings_estimated,
        sum(readings_flagged)::bigint as readings_flagged
    from (
        select * from ordinary_shown
        union all
        select * from special_shown
        union all
        select
            source_id,
            series_id,
            rows_shown,
            0, 0, 0, 0, 0, 0, 0, 0
        from shown_row
    ) as shown
    group by source_id, series_id
),

aside as (
    select
        source_id,
        series_id,
        sum(row_count)::bigint as rows_set_aside,
        sum(value_count)::bigint as values_set_aside,
        sum(energy)::decimal(38, 9) as energy_set_aside
    from set_aside
    group by source_id, series_id
)

select
    coalesce(read_side.source_id, shown_side.source_id) as source_id,
    coalesce(read_side.series_id, shown_side.series_id) as series_id,
    coalesce(rows_read, 0) as rows_read,
    coalesce(rows_shown, 0) as rows_shown,
    coalesce(rows_set_aside, 0) as rows_set_aside,
    coalesce(rows_read, 0) - coalesce(rows_shown, 0) - coalesce(rows_set_aside, 0) as rows_difference,
    coalesce(values_read, 0) as values_read,
    coalesce(values_shown, 0) as values_shown,
    coalesce(values_set_aside, 0) as values_set_aside,
    coalesce(values_read, 0) - coalesce(values_shown, 0) - coalesce(values_set_aside, 0) as values_difference,
    coalesce(energy_in_file, 0)::decimal(38, 9) as energy_in_file,
    coalesce(file_difference, 0)::decimal(38, 9) as file_difference,
    coalesce(energy_read, 0)::decimal(38, 9) as energy_read,
    coalesce(energy_shown, 0)::decimal(38, 9) as energy_shown,
    coalesce(energy_set_aside, 0)::decimal(38, 9) as energy_set_aside,
    (coalesce(energy_read, 0) - coalesce(energy_shown, 0) - coalesce(energy_set_aside, 0))::decimal(38, 9) as energy_difference,
    coalesce(readings, 0) as readings,
    coalesce(readings_split, 0) as readings_split,
    coalesce(readings_missing, 0) as readings_missing,
    coalesce(readings_suspect, 0) as readings_suspect,
    coalesce(readings_estimated, 0) as readings_estimated,
    coalesce(readings_flagged, 0) as readings_flagged
from read_side
full outer join shown_side
    on shown_side.source_id is not distinct from read_side.source_id
    and shown_side.series_id is not distinct from read_side.series_id
left join aside
    on aside.source_id = read_side.source_id
    and aside.series_id is not distinct from read_side.series_id
