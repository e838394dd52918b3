import { dateOf, MINUTE, type TrueInterval } from './vilnius-clock';

/** How a day with a clock change lies in its array. */
export type Encoding =
  /** 24 slots; the skipped hour null, the repeated hour's two readings added. */
  | 'wall-clock-summed'
  /** As above, with 0 in the skipped hour. */
  | 'wall-clock-zero'
  /** 24 slots; only the first, or the second, pass of the repeated hour survives. */
  | 'wall-clock-first'
  | 'wall-clock-second'
  /** 23 or 25 slots in order of time. */
  | 'elapsed';

/** A true reading, in whatever unit the caller folds (whole numbers keep sums exact). */
export interface TrueReading extends TrueInterval {
  value: number;
}

/** One local date with its array still folded. `date` is midnight as if UTC. */
export interface FoldedDay {
  date: number;
  values: (number | null)[];
}

/** Folds true readings, given in order of time, into one array per local date. */
export function foldDays(readings: readonly TrueReading[], minutes: number, encoding: Encoding): FoldedDay[] {
  const days = new Map<number, FoldedDay>();
  const slots = 1440 / minutes;
  for (const reading of readings) {
    const date = dateOf(reading.local);
    let day = days.get(date);
    if (!day) {
      day = { date, values: encoding === 'elapsed' ? [] : new Array<number | null>(slots).fill(null) };
      days.set(date, day);
    }
    if (encoding === 'elapsed') day.values.push(reading.value);
    else place(day.values, Math.floor((reading.local - date) / (minutes * MINUTE)), reading.value, encoding);
  }
  if (encoding === 'wall-clock-zero')
    for (const day of days.values()) day.values = day.values.map((held) => held ?? 0);
  return [...days.values()];
}

function place(values: (number | null)[], slot: number, value: number, encoding: Encoding): void {
  const first = values[slot];
  if (first === null || first === undefined) values[slot] = value;
  else if (encoding === 'wall-clock-second') values[slot] = value;
  else if (encoding !== 'wall-clock-first') values[slot] = first + value;
}
