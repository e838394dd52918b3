import type { CalendarDay } from '../../../src/domain/local-time';
import type { FoldedDay } from './plain-js-read';
import type { Suspects } from './plain-js-rules';

/** 0 measured, 1 split, 2 missing, 3 suspect: places in the list of qualities. */
export const [MEASURED, SPLIT, MISSING, SUSPECT] = [0, 1, 2, 3];

/** The rules behind a quality. */
export const RULES = [
  null,
  'wall_clock_summed',
  'null_in_source',
  'day_absent',
  'absurd_magnitude',
  'negative',
  'spike',
] as const;
const [SUMMED, NULL_IN_SOURCE, DAY_ABSENT] = [1, 2, 3];

/** The readings of one meter in typed arrays; NaN stands for a missing value. Times are microseconds. */
export interface UnfoldedSeries {
  client_id: string;
  ext_dev_ref: string;
  energy: Float64Array;
  utcUs: Float64Array;
  localUs: Float64Array;
  intervalMinutes: Int16Array;
  quality: Uint8Array;
  /** Places in `RULES`. */
  rule: Uint8Array;
  /** Row and slot of the file; below zero where no row has the day. */
  row: Int32Array;
  slot: Int16Array;
}

/** A date between a meter's first and last that has no row: it stands there all the same, without values. */
export const ABSENT_ROW = -1;

const MINUTE_US = 60_000_000;

/**
 * Unfolds the days of one meter, which lie in order and without a gap; wall-clock arrays, the doubled slot divided in
 * two.
 */
export function unfoldSeries(
  names: { client_id: string; ext_dev_ref: string },
  days: readonly FoldedDay[],
  calendar: ReadonlyMap<number, CalendarDay>,
  suspects: Suspects,
): UnfoldedSeries {
  const count = days.reduce((sum, { date, minutes }) => sum + calendar.get(date)!.dayMinutes / minutes, 0);
  const series: UnfoldedSeries = {
    client_id: names.client_id,
    ext_dev_ref: names.ext_dev_ref,
    energy: new Float64Array(count),
    utcUs: new Float64Array(count),
    localUs: new Float64Array(count),
    intervalMinutes: new Int16Array(count),
    quality: new Uint8Array(count),
    rule: new Uint8Array(count),
    row: new Int32Array(count),
    slot: new Int16Array(count),
  };
  let at = 0;
  for (let index = 0; index < days.length; index++) {
    const day = days[index]!;
    const from = at;
    at = unfoldDay(series, day, calendar.get(day.date)!, at);
    if (suspects.size > 0) flag(series, from, at, (slot) => suspects.get(index * 65_536 + slot));
  }
  return series;
}

function flag(
  series: UnfoldedSeries,
  from: number,
  to: number,
  ruleOf: (slot: number) => string | undefined,
): void {
  for (let at = from; at < to; at++) {
    const rule = ruleOf(series.slot[at]!);
    if (rule === undefined) continue;
    series.quality[at] = SUSPECT!;
    series.rule[at] = RULES.indexOf(rule as (typeof RULES)[number]);
  }
}

function unfoldDay(series: UnfoldedSeries, day: FoldedDay, calendar: CalendarDay, from: number): number {
  const { minutes: step, values, row } = day;
  const { startUtc, dayMinutes, shiftMinutes, transitionElapsedMinutes } = calendar;
  const startUs = startUtc * 1000;
  const turn = shiftMinutes === 0 ? Infinity : transitionElapsedMinutes!;
  const doubledFrom = shiftMinutes < 0 ? turn + shiftMinutes : Infinity;
  let at = from;
  for (let elapsed = 0; elapsed < dayMinutes; elapsed += step) {
    const isAfter = elapsed >= turn;
    const slot = (elapsed + (isAfter ? shiftMinutes : 0)) / step;
    const offset = isAfter ? calendar.offsetAfterMinutes : calendar.offsetBeforeMinutes;
    const isDoubled = elapsed >= doubledFrom && elapsed < turn - shiftMinutes;
    const value = row < 0 ? NaN : values[slot]!;
    series.utcUs[at] = startUs + elapsed * MINUTE_US;
    series.localUs[at] = startUs + (elapsed + offset) * MINUTE_US;
    series.intervalMinutes[at] = step;
    series.energy[at] = isDoubled ? value / 2 : value;
    const isMissing = value !== value;
    series.quality[at] = isMissing ? MISSING : isDoubled ? SPLIT : MEASURED;
    series.rule[at] = isMissing ? (row < 0 ? DAY_ABSENT : NULL_IN_SOURCE) : isDoubled ? SUMMED : 0;
    series.row[at] = row;
    series.slot[at] = row < 0 ? -1 : slot;
    at += 1;
  }
  return at;
}
