import absentPeriod from './sql/intermediate/absent_period.sql?raw';
import localMonth from './sql/intermediate/local_month.sql?raw';
import placedDay from './sql/intermediate/placed_day.sql?raw';
import specialDay from './sql/intermediate/special_day.sql?raw';
import dayShape from './sql/intermediate/day_shape.sql?raw';
import dayStep from './sql/intermediate/day_step.sql?raw';
import doubt from './sql/intermediate/doubt.sql?raw';
import doubtedSlot from './sql/intermediate/doubted_slot.sql?raw';
import doubtfulValue from './sql/intermediate/doubtful_value.sql?raw';
import estimatedInterval from './sql/intermediate/estimated_interval.sql?raw';
import openedDay from './sql/intermediate/opened_day.sql?raw';
import judgedInterval from './sql/intermediate/judged_interval.sql?raw';
import oddDay from './sql/intermediate/odd_day.sql?raw';
import oddRow from './sql/intermediate/odd_row.sql?raw';
import ordinaryDay from './sql/intermediate/ordinary_day.sql?raw';
import seriesFigure from './sql/intermediate/series_figure.sql?raw';
import seriesLimit from './sql/intermediate/series_limit.sql?raw';
import touchedDay from './sql/intermediate/touched_day.sql?raw';
import zeroLimit from './sql/intermediate/zero_limit.sql?raw';
import findingPlace from './sql/checks/finding_place.sql?raw';
import rulePlace from './sql/checks/rule_place.sql?raw';
import analytical from './sql/marts/analytical.sql?raw';
import reading from './sql/marts/reading.sql?raw';
import readingDay from './sql/marts/reading_day.sql?raw';
import seriesDay from './sql/marts/series_day.sql?raw';
import finding from './sql/checks/finding.sql?raw';
import ledger from './sql/checks/ledger.sql?raw';
import setAside from './sql/checks/set_aside.sql?raw';
import sourceFlag from './sql/staging/source_flag.sql?raw';
import notedSlot from './sql/intermediate/noted_slot.sql?raw';
import intakeCount from './sql/staging/intake_count.sql?raw';
import convertedCount from './sql/checks/converted_count.sql?raw';
import calendarLine from './sql/intermediate/calendar_line.sql?raw';
import conversion from './sql/intermediate/conversion.sql?raw';
import meteredDay from './sql/intermediate/metered_day.sql?raw';
import meteredFigure from './sql/intermediate/metered_figure.sql?raw';
import keptRow from './sql/staging/kept_row.sql?raw';
import storedDay from './sql/staging/stored_day.sql?raw';
import meterDay from './sql/staging/meter_day.sql?raw';
import series from './sql/staging/series.sql?raw';
import seriesNamed from './sql/staging/series_named.sql?raw';
import type { Model, Root } from './model';
import { ENCODING_MODELS, FIXED_CLOCK_MODELS } from './encoding-models';
import { INTERVAL_MODELS } from './interval-models';
import { REPEAT_MODELS } from './repeat-models';
import { COUNTED_ELSEWHERE, LIMIT_RULES, PLACE_RULES } from './rule-models';

/** All models in the order in which they run. A test holds `inputs` to what each select really reads. */
export const MODELS: readonly Model[] = [
  { name: 'series', kind: 'table', inputs: ['staged_rows'], sql: series },
  { name: 'intake_count', kind: 'table', inputs: ['staged_rows'], sql: intakeCount },
  { name: 'source_flag', kind: 'table', inputs: ['staged_rows'], sql: sourceFlag },
  { name: 'stored_day', kind: 'view', inputs: ['staged_rows'], sql: storedDay },
  ...REPEAT_MODELS,
  { name: 'kept_row', kind: 'view', inputs: ['stored_day', 'duplicate_row'], sql: keptRow },
  { name: 'meter_day', kind: 'view', inputs: ['stored_day', 'duplicate_row'], sql: meterDay },
  {
    name: 'series_named',
    kind: 'table',
    inputs: ['series', 'policy.assumed', 'policy.series', 'policy.meaning'],
    sql: seriesNamed,
  },
  { name: 'day_step', kind: 'table', inputs: ['kept_row'], sql: dayStep },
  {
    name: 'metered_figure',
    kind: 'view',
    inputs: ['kept_row', 'policy.meaning'],
    sql: meteredFigure,
  },
  {
    name: 'series_figure',
    kind: 'table',
    inputs: ['metered_figure', 'series_named'],
    sql: seriesFigure,
  },
  ...LIMIT_RULES,
  {
    name: 'series_limit',
    kind: 'table',
    inputs: ['absurd_magnitude', 'negative', 'over_capacity', 'spike'],
    sql: seriesLimit,
  },
  {
    name: 'zero_limit',
    kind: 'view',
    inputs: ['series_figure', 'policy.rules'],
    sql: zeroLimit,
  },
  {
    name: 'odd_row',
    kind: 'table',
    inputs: ['series_limit', 'metered_figure', 'day_step', 'zero_limit'],
    sql: oddRow,
  },
  { name: 'odd_day', kind: 'table', inputs: ['odd_row', 'meter_day'], sql: oddDay },
  {
    name: 'doubt',
    kind: 'table',
    inputs: ['odd_day', 'series_limit', 'series_figure'],
    sql: doubt,
  },
  {
    name: 'doubtful_value',
    kind: 'view',
    inputs: ['odd_day', 'doubt'],
    sql: doubtfulValue,
  },
  {
    name: 'doubted_slot',
    kind: 'table',
    inputs: ['doubtful_value'],
    sql: doubtedSlot,
  },
  { name: 'noted_slot', kind: 'table', inputs: ['source_flag'], sql: notedSlot },
  { name: 'local_month', kind: 'view', inputs: ['local_calendar'], sql: localMonth },
  { name: 'calendar_line', kind: 'table', inputs: ['local_calendar'], sql: calendarLine },
  {
    name: 'conversion',
    kind: 'table',
    neededFor: 'conversions',
    inputs: ['meter_day', 'calendar_line', 'policy.meaning'],
    sql: conversion,
  },
  {
    name: 'metered_day',
    kind: 'view',
    inputs: ['meter_day', 'conversion'],
    sql: meteredDay,
  },
  ...ENCODING_MODELS,
  {
    name: 'day_shape',
    kind: 'table',
    inputs: ['array_shape', 'convention', 'interval_count'],
    sql: dayShape,
  },
  {
    name: 'placed_day',
    kind: 'view',
    inputs: ['dated_day', 'day_shape'],
    sql: placedDay,
  },
  {
    name: 'touched_day',
    kind: 'view',
    inputs: ['uneven_day', 'day_shape', 'placed_day'],
    sql: touchedDay,
  },
  { name: 'absent_period', kind: 'table', inputs: ['meter_day', 'local_calendar'], sql: absentPeriod },
  ...FIXED_CLOCK_MODELS,
  ...INTERVAL_MODELS,
  {
    name: 'series_day',
    kind: 'view',
    inputs: ['placed_day', 'folded_day', 'special_interval', 'policy.meaning'],
    sql: seriesDay,
  },
  {
    name: 'estimated_interval',
    kind: 'table',
    neededFor: 'estimates',
    inputs: ['special_interval', 'folded_day', 'policy.estimate'],
    sql: estimatedInterval,
  },
  {
    name: 'opened_day',
    kind: 'table',
    inputs: ['folded_day', 'doubted_slot', 'noted_slot', 'estimated_interval'],
    sql: openedDay,
  },
  {
    name: 'judged_interval',
    kind: 'table',
    inputs: [
      'special_interval',
      'doubted_slot',
      'noted_slot',
      'folded_day',
      'opened_day',
      'estimated_interval',
      'convention',
    ],
    sql: judgedInterval,
  },
  {
    name: 'ordinary_day',
    kind: 'view',
    inputs: ['folded_day', 'opened_day'],
    sql: ordinaryDay,
  },
  { name: 'special_day', kind: 'table', inputs: ['judged_interval', 'policy.estimate'], sql: specialDay },
  { name: 'reading_day', kind: 'view', inputs: ['ordinary_day', 'special_day'], sql: readingDay },
  { name: 'reading', kind: 'view', inputs: ['reading_day'], sql: reading },
  { name: 'analytical', kind: 'view', inputs: ['reading', 'series_named'], sql: analytical },
  {
    name: 'set_aside',
    kind: 'table',
    inputs: [
      'stored_day',
      'duplicate_row',
      'meter_day',
      'touched_day',
      'placed_day',
      'local_calendar',
      'transition_slot',
      'metered_day',
      'register_state',
      'policy.meaning',
    ],
    sql: setAside,
  },
  {
    name: 'converted_count',
    kind: 'table',
    neededFor: 'meanings',
    inputs: ['meter_day', 'metered_day', 'register_state', 'policy.meaning'],
    sql: convertedCount,
  },
  {
    name: 'ledger',
    kind: 'table',
    inputs: [
      'intake_count',
      'converted_count',
      'ordinary_day',
      'placed_day',
      'judged_interval',
      'set_aside',
      'policy.meaning',
    ],
    sql: ledger,
  },
  ...PLACE_RULES,
  {
    name: 'rule_place',
    kind: 'view',
    inputs: [
      'completeness_day',
      'completeness_month',
      'completeness_year',
      'stuck',
      'zero_run',
      'interval_change',
      'out_of_order',
      'overlapping_files',
      'future_date',
      'before_1970',
      'mixed_units',
      'doubted_value',
      'looks_like_register',
    ],
    sql: rulePlace,
  },
  ...COUNTED_ELSEWHERE,
  {
    name: 'finding_place',
    kind: 'view',
    inputs: [
      'rule_place',
      'duplicate_identical',
      'duplicate_conflicting',
      'wrong_length',
      'nonexistent_hour',
      'unusable_row',
      'unusable_value',
      'resolution_inferred',
      'interval_note',
    ],
    sql: findingPlace,
  },
  {
    name: 'finding',
    kind: 'table',
    inputs: ['set_aside', 'judged_interval', 'ordinary_day', 'meter_day', 'rule_place'],
    sql: finding,
  },
];

/** The models that a change of the given roots makes stale, in running order. */
export function modelsToRun(changed: readonly Root[]): Model[] {
  const stale = new Set<string>(changed);
  return MODELS.filter((model) => {
    const affected = model.inputs.some((input) => stale.has(input));
    if (affected) stale.add(model.name);
    return affected;
  });
}

/** A model and every model that it reads, in running order. */
export function modelsBehind(name: string): Model[] {
  const needed = new Set([name]);
  for (const model of MODELS.toReversed())
    if (needed.has(model.name)) model.inputs.forEach((input) => needed.add(input));
  return MODELS.filter((model) => needed.has(model.name));
}
