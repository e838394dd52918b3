-- How each source file writes the days on which the clocks change, with the evidence.
-- Grain: one source file.
select
    convention.source_id,
    source_file.source_file,
    convention.name,
    convention.certainty,
    convention.detected_name,
    convention.detected_certainty,
    convention.clock_offset_minutes,
    convention.gap_days::double as gap_days,
    convention.gap_slots_null::double as gap_slots_null,
    convention.gap_slots_zero::double as gap_slots_zero,
    convention.gap_slots_valued::double as gap_slots_valued,
    convention.gap_days_start::double as gap_days_start,
    convention.gap_days_end::double as gap_days_end,
    convention.gap_days_copied::double as gap_days_copied,
    convention.copied_rate,
    convention.overlap_days::double as overlap_days,
    convention.overlap_ratio,
    convention.ordinary_ratio,
    convention.end_overlap_ratio,
    convention.end_ordinary_ratio,
    convention.expected_ratio,
    convention.strength,
    convention.series_tested::double as series_tested,
    convention.elapsed_days::double as elapsed_days,
    convention.padded_days::double as padded_days,
    convention.ramp_tests::double as ramp_tests,
    convention.ramp_share,
    convention.seen_offset_minutes::double as seen_offset_minutes,
    convention.profile_fit
from convention
inner join source_file using (source_id)
order by convention.source_id
