-- Rule `stuck`: equal values, not zero, in a row.
-- Threshold: 6. Source: pvanalytics' stale values; no such run in six real series. Meters with coarse
-- steps and constant loads exist, so it is a finding and doubts nothing; values below a tenth of the mean are
-- a load on standby. Severity: finding.
-- Grain: one run on one local date. A run across midnight counts on the date on which it gets long.
with line as (
    select
        odd_day.*,
        list_concat(list_resize([]::double[], equal_before, energy[1]), energy) as run_values,
        equal_before as lead_count
    from odd_day
    where may_be_stuck or equal_before > 0
),

cut as (
    select
        line.*,
        list_concat(
            list_concat(
                [1::bigint],
                list_filter(
                    range(2, len(run_values) + 1),
                    lambda place: run_values[place] is distinct from run_values[place - 1]
                )
            ),
            [len(run_values) + 1]
        ) as breaks
    from line
),

run as (
    select
        cut.* exclude (breaks),
        unnest(breaks[1:-2]) as from_place,
        unnest(breaks[2:]) as to_place
    from cut
)

select
    'stuck' as rule,
    'finding' as severity,
    run.series_id,
    run.source_id,
    run.source_row,
    run.local_date,
    run.local_date as last_date,
    (greatest(run.from_place, run.lead_count + 1) - run.lead_count - 1)::integer as first_slot,
    (run.to_place - greatest(run.from_place, run.lead_count + 1))::bigint as finding_count,
    run.run_values[run.from_place] as found,
    setting.threshold
from run
inner join rule_setting as setting on setting.rule = 'stuck'
inner join series_figure using (series_id)
where run.to_place - run.from_place >= setting.threshold
    and run.to_place > run.lead_count + 1
    and run.run_values[run.from_place] <> 0
    and abs(run.run_values[run.from_place]) > 0.1 * abs(series_figure.mean_per_minute) * run.resolution_minutes
