-- How much larger the slots that happen twice are than their neighbours, by start and by end labels.
-- Grain: one source file with autumn days of an ordinary length.
-- R is the mean of the doubled slots over the mean of as many slots on either side, per series and day;
-- each is held against the series' own median on ordinary days within two weeks, and the file's figure is
-- the median. ratio_spread is the spread of R from day to day, in logarithms: what one day says by chance.
-- expected_ratio is R of an added pair, first_ratio and second_ratio of one pass alone: 2, 1 and 1 nearly
-- everywhere, 1.5, 1 and 0.5 on Lord Howe at 60 minutes.
with doubled as (
    select
        transition.local_date,
        transition.resolution_minutes,
        layout,
        list(distinct slot order by slot) as slots,
        sum(interval_minutes) / (count(distinct slot) * transition.resolution_minutes) as expected_ratio,
        sum(interval_minutes) filter (where part_index = 1)
        / (count(distinct slot) * transition.resolution_minutes) as first_ratio,
        sum(interval_minutes) filter (where part_index = 2)
        / (count(distinct slot) * transition.resolution_minutes) as second_ratio
    from transition_slot as transition
    inner join local_calendar as calendar using (local_date)
    where calendar.shift_minutes < 0
        and part_count > 1
        and layout in ('wall_clock', 'end_label')
        and transition.resolution_minutes < 1440
    group by transition.local_date, transition.resolution_minutes, layout
),

looked_at as (
    select
        day.source_id,
        day.series_id,
        day.energy,
        true as is_overlap,
        doubled.* exclude (resolution_minutes)
    from uneven_day as day
    inner join doubled using (local_date, resolution_minutes)
    where day.slots * day.resolution_minutes = 1440
    union all
    select
        near.source_id,
        near.series_id,
        near.energy,
        false as is_overlap,
        doubled.* exclude (resolution_minutes)
    from near_day as near
    inner join doubled
        on doubled.resolution_minutes = near.resolution_minutes
        and doubled.local_date = near.transition_date
),

ratio as (
    select
        looked_at.* exclude (energy, slots),
        list_avg(list_transform(slots, lambda slot: energy[slot + 1]))
        / nullif(
            list_avg(
                list_concat(
                    list_slice(energy, greatest(1, slots[1] + 1 - len(slots)), slots[1]),
                    list_slice(energy, slots[-1] + 2, slots[-1] + 1 + len(slots))
                )
            ),
            0
        ) as ratio
    from looked_at
),

usual as (
    select
        source_id,
        series_id,
        local_date,
        layout,
        median(ratio) as usual_ratio
    from ratio
    where not is_overlap
    group by all
),

compared as (
    select
        ratio.*,
        usual_ratio,
        ratio.ratio / coalesce(nullif(usual_ratio, 0), 1) as relative_ratio
    from ratio
    left join usual using (source_id, series_id, local_date, layout)
),

scaled as (
    select
        *,
        case when relative_ratio > 0 then ln(relative_ratio) end as relative_log
    from compared
),

by_layout as (
    select
        source_id,
        layout,
        count(*) filter (where is_overlap) as overlap_days,
        count(distinct series_id) filter (where is_overlap and ratio is not null) as series_tested,
        count(*) filter (where is_overlap and relative_ratio > 0) as tests,
        median(ratio) filter (where is_overlap) as overlap_ratio,
        median(ratio) filter (where not is_overlap) as ordinary_ratio,
        max(ratio) filter (where not is_overlap) as highest_ordinary_ratio,
        median(relative_ratio) filter (where is_overlap) as relative_ratio,
        (
            quantile_cont(relative_log, 0.84) filter (where not is_overlap)
            - quantile_cont(relative_log, 0.16) filter (where not is_overlap)
        ) / 2 as ratio_spread,
        median(expected_ratio) as expected_ratio,
        median(first_ratio) as first_ratio,
        median(second_ratio) as second_ratio
    from scaled
    group by source_id, layout
)

select
    start_label.source_id,
    start_label.overlap_days,
    start_label.series_tested,
    start_label.tests,
    start_label.overlap_ratio,
    start_label.ordinary_ratio,
    start_label.highest_ordinary_ratio,
    start_label.relative_ratio,
    start_label.ratio_spread,
    start_label.expected_ratio,
    start_label.first_ratio,
    start_label.second_ratio,
    end_label.overlap_ratio as end_overlap_ratio,
    end_label.ordinary_ratio as end_ordinary_ratio,
    end_label.relative_ratio as end_relative_ratio,
    end_label.expected_ratio as end_expected_ratio
from by_layout as start_label
left join by_layout as end_label on end_label.source_id = start_label.source_id and end_label.layout = 'end_label'
where start_label.layout = 'wall_clock' and start_label.overlap_days > 0
