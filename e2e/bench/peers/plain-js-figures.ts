import type { CalendarDay } from '../../../src/domain/local-time';
import type { FoldedDay } from './plain-js-read';

/** What is known of each day of a meter, side by side: kept, so that totals of a fleet look into no array. */
export interface DayFigures {
  total: Float64Array;
  lowest: Float64Array;
  highest: Float64Array;
  valueCount: Int32Array;
  /** Of the real intervals, once the day is unfolded: how many, the minutes of those with a value, their energy and highest rate per hour. */
  intervals: Int32Array;
  minutesKnown: Int32Array;
  energy: Float64Array;
  highestRate: Float64Array;
}

/** What is usual for a meter: the scale that rules measure its values on. */
export interface MeterFigures {
  firstDate: number;
  lastDate: number;
  valueCount: number;
  meanPerMinute: number;
  usualPeakPerMinute: number;
}

/** Goes over every value once. Days lie in order of their dates. */
export function dayFigures(days: readonly FoldedDay[]): DayFigures {
  const count = days.length;
  const figures: DayFigures = {
    total: new Float64Array(count),
    lowest: new Float64Array(count).fill(NaN),
    highest: new Float64Array(count).fill(NaN),
    valueCount: new Int32Array(count),
    intervals: new Int32Array(count),
    minutesKnown: new Int32Array(count),
    energy: new Float64Array(count),
    highestRate: new Float64Array(count),
  };
  for (let day = 0; day < count; day++) {
    const { values } = days[day]!;
    let [total, lowest, highest, known] = [0, Infinity, -Infinity, 0];
    for (let slot = 0; slot < values.length; slot++) {
      const value = values[slot]!;
      if (value !== value) continue;
      known += 1;
      total += value;
      if (value < lowest) lowest = value;
      if (value > highest) highest = value;
    }
    figures.total[day] = total;
    figures.valueCount[day] = known;
    if (known === 0) continue;
    figures.lowest[day] = lowest;
    figures.highest[day] = highest;
  }
  return figures;
}

export function meterFigures(days: readonly FoldedDay[], figures: DayFigures): MeterFigures {
  let [total, minutes, valueCount] = [0, 0, 0];
  const peaks: number[] = [];
  for (const [day, { minutes: step }] of days.entries()) {
    total += figures.total[day]!;
    valueCount += figures.valueCount[day]!;
    minutes += figures.valueCount[day]! * step;
    if (figures.valueCount[day]! > 0) peaks.push(figures.highest[day]! / step);
  }
  peaks.sort((one, other) => one - other);
  const share = peaks.length >= 10 ? 0.8 : 0.5;
  return {
    firstDate: days[0]!.date,
    lastDate: days.at(-1)!.date,
    valueCount,
    meanPerMinute: minutes > 0 ? total / minutes : NaN,
    usualPeakPerMinute: peaks[Math.max(1, Math.ceil(share * peaks.length)) - 1] ?? 0,
  };
}

export type Calendar = ReadonlyMap<number, CalendarDay>;
