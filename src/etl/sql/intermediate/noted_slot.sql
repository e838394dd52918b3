-- The slots whose reading is not simply a measurement by the word of the file itself.
-- Grain: one slot of one source row and date.
-- NEM12: E is estimated, S substituted for now, F substituted for good, each with the number of its method;
-- N is null data. A column of quality in another file gives the same, and D for a reading that the file itself
-- doubts, X and the file's own word for one that nobody knows. Source: AEMO, Meter Data File Format. quality is what becomes of a reading that would else be
-- `measured`; the rule also says why one is missing.
with run as (
    select
        source_id,
        source_row,
        series_id,
        local_date,
        unnest(string_split(flags, '|')) as text
    from source_flag
),

slot_of_run as (
    select
        run.* exclude (text),
        unnest(
            range(
                regexp_extract(text, '^([0-9]+)-', 1)::integer,
                regexp_extract(text, '-([0-9]+) ', 1)::integer + 1
            )
        )::integer as slot,
        regexp_extract(text, ' (.*)$', 1) as flag
    from run
)

select
    series_id,
    source_id,
    source_row,
    local_date as row_date,
    slot,
    case left(flag, 1)
        when 'N' then 'missing'
        when 'D' then 'suspect'
        when 'X' then 'measured'
        else 'estimated'
    end as quality,
    case left(flag, 1)
        when 'N' then 'source_null'
        when 'D' then 'source_doubted'
        when 'X' then 'source_word'
        when 'E' then 'source_estimated'
        when 'S' then 'source_substituted'
        else 'source_final_substitute'
    end
    || if(length(flag) > 1, '_' || substr(flag, 2), '') as quality_rule
from slot_of_run
