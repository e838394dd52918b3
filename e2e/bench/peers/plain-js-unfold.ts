import type { CalendarDay } from '../../../src/domain/local-time';

export interface FoldedDay {
  date: number;
  values: (bigint | null)[];
  resolution: string;
  /** Row of the file, from 0. */
  row: number;
}

/** The readings of one meter in typed arrays; NaN stands for a missing value. Times are microseconds. */
export interface UnfoldedSeries {
  client_id: string;
  ext_dev_ref: string;
  intervalMinutes: number;
  energy: Float64Array;
  utcUs: Float64Array;
  localUs: Float64Array;
  /** 0 measured, 1 split, 2 missing */
  quality: Uint8Array;
  row: Int32Array;
  slot: Int16Array;
}

const MINUTE_US = 60_000_000;

/** Unfolds the days of one meter, which lie in order; wall-clock arrays, the doubled slot divided in two. */
export function unfoldSeries(
  client_id: string,
  ext_dev_ref: string,
  days: readonly FoldedDay[],
  calendar: ReadonlyMap<number, CalendarDay>,
): UnfoldedSeries {
  const step = Number.parseInt(days[0]!.resolution, 10);
  const count = days.reduce((sum, { date }) => sum + calendar.get(date)!.dayMinutes / step, 0);
  const series: UnfoldedSeries = {
    client_id,
    ext_dev_ref,
    intervalMinutes: step,
    energy: new Float64Array(count),
    utcUs: new Float64Array(count),
    localUs: new Float64Array(count),
    quality: new Uint8Array(count),
    row: new Int32Array(count),
    slot: new Int16Array(count),
  };
  let at = 0;
  for (const day of days) at = unfoldDay(series, day, calendar.get(day.date)!, at);
  return series;
}

function unfoldDay(series: UnfoldedSeries, day: FoldedDay, calendar: CalendarDay, from: number): number {
  const step = series.intervalMinutes;
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
    const value = day.values[slot];
    series.utcUs[at] = startUs + elapsed * MINUTE_US;
    series.localUs[at] = startUs + (elapsed + offset) * MINUTE_US;
    series.energy[at] = value === null || value === undefined ? NaN : Number(value) / (isDoubled ? 2 : 1);
    series.quality[at] = value === null || value === undefined ? 2 : isDoubled ? 1 : 0;
    series.row[at] = day.row;
    series.slot[at] = slot;
    at += 1;
  }
  return at;
}
