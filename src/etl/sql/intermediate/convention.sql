-- How each source file writes the days on which the clocks change, judged from its own values.
-- Grain: one source file.
-- The evidence stands in array_length, padded_sign, spring_sign, autumn_ratio and clock_ramp. In short:
-- lengths decide first, then what stands in the skipped slots, then whether the repeated slots are
-- added up, then whether people's day moves against the slots. strength is the distance of the autumn
-- ratio from the border, in standard errors taken from the file's own ordinary days. Few series decide
-- little: certainty says how much. A choice of the person overrules, with the evidence kept.
with evidence as (
    select
        source_file.source_id,
        source_policy.convention as chosen,
        coalesce(source_policy.clock_offset_minutes, zone_standard.offset_minutes) as standard_offset_minutes,
        coalesce(array_length.plain_days, 0) as plain_days,
        coalesce(array_length.padded_days, 0) as padded_days,
        coalesce(array_length.short_days, 0) as short_days,
        coalesce(array_length.elapsed_days, 0) as elapsed_days,
        coalesce(array_length.wall_clock_days, 0) as wall_clock_days,
        coalesce(array_length.changed_days, 0) as changed_days,
        padded_sign.* exclude (source_id),
        coalesce(spring_sign.gap_days, 0) as gap_days,
        coalesce(spring_sign.gap_slots_null, 0) as gap_slots_null,
        coalesce(spring_sign.gap_slots_zero, 0) as gap_slots_zero,
        coalesce(spring_sign.gap_slots_valued, 0) as gap_slots_valued,
        coalesce(spring_sign.gap_days_start, 0) as gap_days_start,
        coalesce(spring_sign.gap_days_end, 0) as gap_days_end,
        coalesce(spring_sign.gap_days_copied, 0) as gap_days_copied,
        coalesce(spring_sign.gap_days_valued, 0) as gap_days_valued,
        spring_sign.start_rate,
        spring_sign.end_rate,
        spring_sign.copied_rate,
        spring_sign.partial_ratio,
        spring_sign.partial_share,
        coalesce(autumn_ratio.overlap_days, 0) as overlap_days,
        coalesce(autumn_ratio.series_tested, 0) as series_tested,
        autumn_ratio.* exclude (source_id, overlap_days, series_tested),
        clock_ramp.* exclude (source_id)
    from source_file
    inner join source_policy using (source_id)
    cross join zone_standard
    left join array_length using (source_id)
    left join padded_sign using (source_id)
    left join spring_sign using (source_id)
    left join autumn_ratio using (source_id)
    left join clock_ramp using (source_id)
),

signed as (
    select
        *,
        case
            when gap_days = 0 then 'none'
            when gap_days_end > 0.8 * gap_days and end_rate < 0.3 and gap_days_end > gap_days_start then 'end'
            when gap_days_start > 0.8 * gap_days and start_rate < 0.3 then 'start'
            when gap_days_copied > 0.8 * gap_days and copied_rate < 0.3 then 'copied'
            when partial_ratio < sqrt(partial_share) then 'start'
            when partial_ratio >= sqrt(partial_share) then 'valued'
            when gap_days_valued > 0.8 * gap_days then 'valued'
            else 'unclear'
        end as spring,
        case
            when relative_ratio is null then 'none'
            when end_relative_ratio > relative_ratio and end_relative_ratio > sqrt(end_expected_ratio) then 'end'
            when relative_ratio > sqrt(expected_ratio) then 'start'
            else 'single'
        end as autumn,
        abs(ln(nullif(greatest(relative_ratio, coalesce(end_relative_ratio, 0)), 0)) - ln(sqrt(expected_ratio)))
        / (1.25 * greatest(coalesce(ratio_spread, 0.5), 0.02) / sqrt(tests)) as strength,
        coalesce(overlap_ratio > highest_ordinary_ratio, true) as above_all_ordinary,
        case
            when ramp_tests < 2 or abs(ramp_share - 0.5) < 2.5 * ramp_spread / sqrt(ramp_tests) then 'unclear'
            when ramp_share > 0.5 then 'moved'
            else 'kept'
        end as ramp
    from evidence
),

judged as (
    select
        *,
        case
            when padded_days > plain_days then 'padded'
            when changed_days = 0 and elapsed_days > 0 then 'elapsed'
            when wall_clock_days = 0 then 'not-testable'
            when spring = 'end' then 'end-label-summed'
            when spring = 'copied' then 'gap-copied'
            when spring = 'start' then if(autumn = 'single' and strength > 2, 'single', 'wall-clock-summed')
            when autumn = 'start' and strength > 2 then 'wall-clock-summed'
            when autumn = 'end' and strength > 2 then 'end-label-summed'
            when ramp = 'moved' then 'fixed'
            when spring = 'valued' and ramp <> 'kept' then 'fixed'
            when autumn = 'single' and strength > 2 then 'single'
            else 'wall-clock-summed'
        end as family,
        coalesce(
            profile_fit > 0.5 and abs(seen_offset_minutes) < abs(seen_offset_minutes - zone_offset_minutes),
            false
        ) as looks_utc
    from (
        select
            signed.*,
            zone_standard.offset_minutes as zone_offset_minutes
        from signed
        cross join zone_standard
    ) as with_zone
),

detected as (
    select
        *,
        case family
            when 'padded'
                then
                    if(
                        padded_gap_repeat > padded_gap_chronological
                        or (
                            padded_gap_repeat = padded_gap_chronological
                            and overlap_distance_repeat < overlap_distance_chronological
                        ),
                        '25-repeat-last',
                        '25-chronological'
                    )
            when 'single'
                then
                    if(
                        second_ratio < 0.75 * first_ratio and relative_ratio < sqrt(first_ratio * second_ratio),
                        'wall-clock-second',
                        'wall-clock-first'
                    )
            when 'fixed' then if(looks_utc, 'utc', 'fixed-offset')
            else family
        end as detected_name,
        case family
            when 'padded'
                then
                    case
                        when coalesce(padded_gap_days, 0) + coalesce(padded_overlap_days, 0) = 0 then 'not testable'
                        when padded_gap_repeat + padded_gap_chronological > 0
                            and least(padded_gap_repeat, padded_gap_chronological) = 0 then 'certain'
                        when padded_overlap_days >= 10
                            and least(overlap_distance_repeat, overlap_distance_chronological)
                            < 0.7 * greatest(overlap_distance_repeat, overlap_distance_chronological) then 'likely'
                        else 'assumed'
                    end
            when 'elapsed' then if(short_days = 0 or elapsed_days > 1, 'certain', 'likely')
            when 'not-testable' then 'not testable'
            when 'single' then 'assumed'
            when 'end-label-summed'
                then
                    case
                        when spring = 'end' and autumn = 'end' and strength > 3 then 'certain'
                        when spring = 'end' and (autumn = 'end' or series_tested = 0) then 'likely'
                        when spring = 'end' or (strength > 3 and series_tested >= 3) then 'likely'
                        else 'assumed'
                    end
            when 'gap-copied'
                then if(gap_days_copied >= 10 and copied_rate < 0.1, 'certain', 'likely')
            when 'fixed'
                then
                    case
                        when spring = 'valued' and ramp = 'moved'
                            and (
                                zone_offset_minutes = 0
                                or (ramp_tests >= 10 and profile_fit > 0.7 and abs(zone_offset_minutes) >= 120)
                            ) then 'likely'
                        else 'assumed'
                    end
            else
                case
                    when autumn <> 'start' then 'assumed'
                    when series_tested >= 10 and strength > 3 then 'certain'
                    when series_tested >= 10 then 'likely'
                    when spring = 'start' and above_all_ordinary and strength > 3 then 'certain'
                    when spring = 'start' and strength > 1 then 'likely'
                    else 'assumed'
                end
        end as detected_certainty
    from judged
),

decided as (
    select
        *,
        case
            when chosen = 'auto' then false
            when chosen in ('fixed-offset', 'utc') then plain_days + wall_clock_days > 0
            when chosen in ('25-chronological', '25-repeat-last') then padded_days > 0
            else wall_clock_days > 0
        end as overruled
    from detected
),

named as (
    select
        *,
        if(overruled, chosen, detected_name) as name,
        if(overruled, 'chosen', detected_certainty) as certainty
    from decided
)

select
    source_id,
    name,
    certainty,
    detected_name,
    detected_certainty,
    case
        when name = 'wall-clock-first' then 'first'
        when name = 'wall-clock-second' then 'second'
        when name = 'gap-copied' and autumn = 'single' and strength > 2 then 'first'
        else 'sum'
    end as doubled_slot_holds,
    case name
        when 'fixed-offset' then standard_offset_minutes
        when 'utc' then 0
    end::integer as clock_offset_minutes,
    plain_days,
    padded_days,
    wall_clock_days,
    gap_days,
    gap_slots_null,
    gap_slots_zero,
    gap_slots_valued,
    gap_days_start,
    gap_days_end,
    gap_days_copied,
    copied_rate,
    overlap_days,
    overlap_ratio,
    ordinary_ratio,
    end_overlap_ratio,
    end_ordinary_ratio,
    expected_ratio,
    strength,
    series_tested,
    elapsed_days,
    coalesce(padded_gap_days, 0) + coalesce(padded_overlap_days, 0) as padded_transition_days,
    ramp_tests,
    ramp_share,
    seen_offset_minutes,
    profile_fit
from named
