import { dateOf, DAY, MINUTE } from '../../src/cli/samples/vilnius-clock';
import type { TrueInterval } from '../../src/cli/samples/vilnius-clock';

/** The ways in which a provider may write the days on which the clocks change. */
export const ENCODINGS = [
  'null-sum',
  'zero-sum',
  'end-label',
  'fixed-offset',
  'utc',
  'elapsed',
  '25-chronological',
  '25-repeat-last',
  'first-kept',
  'second-kept',
  'gap-copied',
] as const;
export type EncodingName = (typeof ENCODINGS)[number];

/** The convention that a detector must name for each. */
export const CONVENTION_OF: Readonly<Record<EncodingName, string>> = {
  'null-sum': 'wall-clock-summed',
  'zero-sum': 'wall-clock-summed',
  'end-label': 'end-label-summed',
  'fixed-offset': 'fixed-offset',
  utc: 'utc',
  elapsed: 'elapsed',
  '25-chronological': '25-chronological',
  '25-repeat-last': '25-repeat-last',
  'first-kept': 'wall-clock-first',
  'second-kept': 'wall-clock-second',
  'gap-copied': 'gap-copied',
};

/** One real interval and what was metered in it, in whole units. */
export interface Metered extends TrueInterval {
  value: number;
}

/** What one slot of an array came to hold, with the intervals that it stands for. */
export interface EncodedDay {
  /** The date of the row, as if UTC. */
  date: number;
  values: (number | null)[];
  /** By interval of the day: what can be known of it from the array alone. */
  known: Known[];
  /** Sums of values that stand for no interval, with their number. */
  aside: { values: number; energy: number };
}

export interface Known {
  interval: Metered;
  slot: number | null;
  energy: number | null;
  quality: 'measured' | 'split' | 'missing';
}

/** Writes one day's intervals as a provider of that kind would, and says what of them can be known from it. */
export function encodeDay(
  encoding: EncodingName,
  date: number,
  intervals: readonly Metered[],
  minutes: number,
): EncodedDay {
  const slots = 1440 / minutes;
  const order = slotsOf(encoding, date, intervals, minutes);
  const length = lengthOf(encoding, intervals.length, slots, minutes);
  const values = new Array<number | null>(length).fill(null);
  intervals.forEach((interval, index) => {
    const slot = order[index]!;
    const held = values[slot] ?? null;
    if (held === null || encoding === 'second-kept') values[slot] = interval.value;
    else if (encoding !== 'first-kept') values[slot] = held + interval.value;
  });
  const aside = fillSkipped(encoding, values, new Set(order));
  return { date, values, known: knownOf(encoding, intervals, order, values), aside };
}

function lengthOf(encoding: EncodingName, intervals: number, slots: number, minutes: number): number {
  if (encoding === 'elapsed') return intervals;
  return encoding.startsWith('25') ? slots + 60 / minutes : slots;
}

function slotsOf(
  encoding: EncodingName,
  date: number,
  intervals: readonly Metered[],
  minutes: number,
): number[] {
  if (['elapsed', '25-chronological', 'fixed-offset', 'utc'].includes(encoding))
    return intervals.map((_interval, index) => index);
  const starts = intervals.map(({ local }) => Math.floor((local - date) / MINUTE / minutes));
  if (encoding === 'end-label')
    return intervals.map((_each, index) => endSlot(date, intervals, index, minutes));
  if (encoding !== '25-repeat-last') return starts;
  let behind = 1440 / minutes;
  return starts.map((slot, index) => (starts.indexOf(slot) === index ? slot : behind++));
}

/** The slot whose end is what the wall clock shows as the interval ends. */
function endSlot(date: number, intervals: readonly Metered[], index: number, minutes: number): number {
  const next = intervals[index + 1];
  const end = next ? (next.local - date) / MINUTE : DAY / MINUTE;
  return Math.ceil(end / minutes) - 1;
}

/** Puts into skipped slots what that provider writes there; returns what of it stands for no interval. */
function fillSkipped(
  encoding: EncodingName,
  values: (number | null)[],
  used: ReadonlySet<number>,
): EncodedDay['aside'] {
  const aside = { values: 0, energy: 0 };
  if (encoding !== 'zero-sum' && encoding !== 'gap-copied') return aside;
  const skipped = values.flatMap((_value, slot) => (used.has(slot) ? [] : [slot]));
  for (const slot of skipped) {
    const copied = values[slot - skipped.length] ?? 0;
    values[slot] = encoding === 'zero-sum' ? 0 : copied;
    aside.values += 1;
    aside.energy += values[slot];
  }
  return aside;
}

function knownOf(
  encoding: EncodingName,
  intervals: readonly Metered[],
  order: readonly number[],
  values: readonly (number | null)[],
): Known[] {
  return intervals.map((interval, index) => {
    const slot = order[index]!;
    const sharing = intervals.filter((_other, at) => order[at] === slot);
    if (sharing.length === 1) return { interval, slot, energy: interval.value, quality: 'measured' };
    const kept = encoding === 'first-kept' ? 0 : encoding === 'second-kept' ? sharing.length - 1 : null;
    if (kept !== null) {
      const isKept = sharing.indexOf(interval) === kept;
      return {
        interval,
        slot,
        energy: isKept ? interval.value : null,
        quality: isKept ? 'measured' : 'missing',
      };
    }
    const minutes = sharing.reduce((sum, each) => sum + each.interval_minutes, 0);
    const share = interval.interval_minutes / minutes;
    return { interval, slot, energy: (values[slot] ?? 0) * share, quality: 'split' };
  });
}

/** Groups intervals by the date of the row that holds them. */
export function byRowDate(intervals: readonly Metered[], fixedOffset: number | null): Map<number, Metered[]> {
  const days = new Map<number, Metered[]>();
  for (const interval of intervals) {
    const date = rowDate(interval, fixedOffset);
    const day = days.get(date);
    if (day) day.push(interval);
    else days.set(date, [interval]);
  }
  return days;
}

/** The date of the row that holds an interval: local, or that of a clock that never changes. */
export function rowDate({ local, utc }: TrueInterval, fixedOffset: number | null): number {
  return dateOf(fixedOffset === null ? local : utc + fixedOffset * MINUTE);
}
