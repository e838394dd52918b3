-- How each source file writes the hour that happens twice, with the evidence.
-- Grain: one source file.
select
    convention.source_id,
    source_file.source_file,
    convention.name,
    convention.certainty,
    convention.gap_days::double as gap_days,
    convention.gap_slots_null::double as gap_slots_null,
    convention.gap_slots_zero::double as gap_slots_zero,
    convention.gap_slots_valued::double as gap_slots_valued,
    convention.overlap_days::double as overlap_days,
    convention.overlap_ratio,
    convention.ordinary_ratio,
    convention.series_tested::double as series_tested,
    convention.elapsed_days::double as elapsed_days
from convention
inner join source_file using (source_id)
order by convention.source_id
