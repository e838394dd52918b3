import { foldDays, type Encoding } from '../../src/cli/samples/fold';
import {
  DAY,
  isoDate,
  vilniusDayStart,
  vilniusIntervals,
  vilniusOffsetMinutes,
  MINUTE,
  type TrueInterval,
} from '../../src/cli/samples/vilnius-clock';
import type { MeterRow } from './meter-file';
import type { Clock, LabelledRow } from './truth';

/** The spring and the autumn clock change that the corpus uses most. */
export const SPRING = isoDate('2022-03-27');
export const AUTUMN = isoDate('2022-10-30');

export interface SeriesOptions {
  first: string;
  last: string;
  minutes?: number;
  encoding?: Encoding;
  /** Replaces fields of every row; `resolution` is `<minutes>min` unless stated here. */
  fields?: Partial<MeterRow>;
  /** The true intervals; Vilnius unless stated. */
  clock?: Clock;
  value?: (position: number) => number;
}

/**
 * Whole numbers that differ from slot to slot, so that a shifted hour shows, and that
 * stay near 1,050, so that a doubled slot is plain to see.
 */
export function slotValue(position: number): number {
  return 1000 + ((position * 37) % 101);
}

/** Rows of one series, folded from known true readings, all of them good. */
export function seriesRows(options: SeriesOptions): LabelledRow[] {
  const minutes = options.minutes ?? 60;
  const clock = options.clock ?? vilniusClock(minutes);
  const value = options.value ?? slotValue;
  const readings = clock(isoDate(options.first), isoDate(options.last)).map((interval, position) => ({
    ...interval,
    value: value(position),
  }));
  return foldDays(readings, minutes, options.encoding ?? 'wall-clock-summed').map((day) => ({
    row: {
      client_id: 'client-1',
      date: day.date,
      ext_dev_ref: 'meter-1',
      energy_consumption: day.values,
      resolution: `${minutes}min`,
      ...options.fields,
    },
  }));
}

/** Intervals of Vilnius at a resolution below a day. */
export function vilniusClock(minutes: number): Clock {
  return (first, last) => vilniusIntervals(first, last, minutes);
}

/** One interval per local date of Vilnius, of its true length. */
export const vilniusDailyClock: Clock = (first, last) => {
  const days: TrueInterval[] = [];
  for (let date = first; date <= last; date += DAY) days.push(wholeInterval(date, date + DAY));
  return days;
};

/** One interval per local month of Vilnius, of its true length. */
export const vilniusMonthlyClock: Clock = (first, last) => {
  const months: TrueInterval[] = [];
  for (let date = first; date <= last; date = nextMonth(date))
    months.push(wholeInterval(date, nextMonth(date)));
  return months;
};

/** The rows with the row of one date changed: its fields, its fate, or both. */
export function withDay(
  rows: readonly LabelledRow[],
  date: string,
  change: (label: LabelledRow) => LabelledRow,
): LabelledRow[] {
  return rows.map((label) => (label.row.date === isoDate(date) ? change(label) : label));
}

/** The row with another array. */
export function withValues(label: LabelledRow, values: (number | null)[] | null): LabelledRow {
  return { ...label, row: { ...label.row, energy_consumption: values } };
}

function wholeInterval(from: number, to: number): TrueInterval {
  const utc = vilniusDayStart(from);
  const offset_minutes = vilniusOffsetMinutes(utc);
  return { utc, local: from, offset_minutes, interval_minutes: (vilniusDayStart(to) - utc) / MINUTE };
}

function nextMonth(date: number): number {
  const day = new Date(date);
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 1);
}
