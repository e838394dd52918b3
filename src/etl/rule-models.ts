import absurdMagnitude from './sql/rules/absurd_magnitude.sql?raw';
import before1970 from './sql/rules/before_1970.sql?raw';
import completenessDay from './sql/rules/completeness_day.sql?raw';
import completenessMonth from './sql/rules/completeness_month.sql?raw';
import completenessYear from './sql/rules/completeness_year.sql?raw';
import doubtedValue from './sql/rules/doubted_value.sql?raw';
import duplicateConflicting from './sql/rules/duplicate_conflicting.sql?raw';
import duplicateIdentical from './sql/rules/duplicate_identical.sql?raw';
import futureDate from './sql/rules/future_date.sql?raw';
import intervalChange from './sql/rules/interval_change.sql?raw';
import intervalNote from './sql/rules/interval_note.sql?raw';
import looksLikeRegister from './sql/rules/looks_like_register.sql?raw';
import mixedUnits from './sql/rules/mixed_units.sql?raw';
import negative from './sql/rules/negative.sql?raw';
import nonexistentHour from './sql/rules/nonexistent_hour.sql?raw';
import outOfOrder from './sql/rules/out_of_order.sql?raw';
import overCapacity from './sql/rules/over_capacity.sql?raw';
import overlappingFiles from './sql/rules/overlapping_files.sql?raw';
import resolutionInferred from './sql/rules/resolution_inferred.sql?raw';
import spike from './sql/rules/spike.sql?raw';
import stuck from './sql/rules/stuck.sql?raw';
import unusableRow from './sql/rules/unusable_row.sql?raw';
import unusableValue from './sql/rules/unusable_value.sql?raw';
import wrongLength from './sql/rules/wrong_length.sql?raw';
import zeroRun from './sql/rules/zero_run.sql?raw';
import type { Model } from './model';

/** Rules that hold single values to limits: one limit, or two, for each series. */
export const LIMIT_RULES: readonly Model[] = [
  {
    name: 'negative',
    kind: 'view',
    inputs: ['series_figure', 'policy.rules'],
    sql: negative,
  },
  {
    name: 'spike',
    kind: 'view',
    inputs: ['series_figure', 'policy.rules'],
    sql: spike,
  },
  {
    name: 'over_capacity',
    kind: 'view',
    inputs: ['series_figure', 'series_named', 'policy.rules'],
    sql: overCapacity,
  },
  {
    name: 'absurd_magnitude',
    kind: 'view',
    inputs: ['series_figure', 'policy.rules'],
    sql: absurdMagnitude,
  },
];

/** Rules that point at places, and what they find is known by them alone. */
export const PLACE_RULES: readonly Model[] = [
  {
    name: 'completeness_day',
    kind: 'view',
    inputs: ['kept_row', 'local_calendar', 'policy.rules', 'absent_period'],
    sql: completenessDay,
  },
  {
    name: 'completeness_month',
    kind: 'view',
    inputs: ['kept_row', 'series_figure', 'local_month', 'policy.rules'],
    sql: completenessMonth,
  },
  {
    name: 'completeness_year',
    kind: 'view',
    inputs: ['kept_row', 'local_calendar', 'series_figure', 'local_month', 'policy.rules'],
    sql: completenessYear,
  },
  {
    name: 'stuck',
    kind: 'view',
    inputs: ['odd_day', 'policy.rules', 'series_figure'],
    sql: stuck,
  },
  {
    name: 'zero_run',
    kind: 'view',
    inputs: ['odd_day', 'zero_limit', 'metered_figure'],
    sql: zeroRun,
  },
  {
    name: 'interval_change',
    kind: 'view',
    inputs: ['day_step', 'policy.rules'],
    sql: intervalChange,
  },
  {
    name: 'out_of_order',
    kind: 'view',
    inputs: ['day_step', 'policy.rules'],
    sql: outOfOrder,
  },
  {
    name: 'overlapping_files',
    kind: 'view',
    inputs: ['stored_day', 'duplicate_row', 'policy.rules'],
    sql: overlappingFiles,
  },
  {
    name: 'future_date',
    kind: 'view',
    inputs: ['kept_row', 'policy.rules'],
    sql: futureDate,
  },
  {
    name: 'before_1970',
    kind: 'view',
    inputs: ['kept_row', 'policy.rules'],
    sql: before1970,
  },
  {
    name: 'mixed_units',
    kind: 'view',
    inputs: ['metered_figure', 'policy.rules'],
    sql: mixedUnits,
  },
  {
    name: 'looks_like_register',
    kind: 'view',
    inputs: ['kept_row', 'policy.rules', 'policy.meaning'],
    sql: looksLikeRegister,
  },
  {
    name: 'doubted_value',
    kind: 'view',
    inputs: ['doubtful_value', 'doubt'],
    sql: doubtedValue,
  },
];

/** The places of what the ledger, the calendar and the staging count already. */
export const COUNTED_ELSEWHERE: readonly Model[] = [
  {
    name: 'duplicate_identical',
    kind: 'view',
    inputs: ['stored_day', 'duplicate_row'],
    sql: duplicateIdentical,
  },
  {
    name: 'duplicate_conflicting',
    kind: 'view',
    inputs: ['stored_day', 'duplicate_row'],
    sql: duplicateConflicting,
  },
  {
    name: 'wrong_length',
    kind: 'view',
    inputs: ['touched_day'],
    sql: wrongLength,
  },
  {
    name: 'nonexistent_hour',
    kind: 'view',
    inputs: ['touched_day', 'placed_day', 'local_calendar', 'transition_slot'],
    sql: nonexistentHour,
  },
  {
    name: 'unusable_row',
    kind: 'view',
    inputs: ['meter_day'],
    sql: unusableRow,
  },
  {
    name: 'unusable_value',
    kind: 'view',
    inputs: ['meter_day'],
    sql: unusableValue,
  },
  {
    name: 'resolution_inferred',
    kind: 'view',
    inputs: ['meter_day'],
    sql: resolutionInferred,
  },
  {
    name: 'interval_note',
    kind: 'view',
    inputs: ['judged_interval', 'ordinary_day'],
    sql: intervalNote,
  },
];
