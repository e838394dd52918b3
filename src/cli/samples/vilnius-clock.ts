/**
 * The wall clock of Vilnius from 1998's EU rule alone: +120 minutes, and +180 from
 * 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October.
 * Written out here so that samples and test files know the truth without the calendar
 * that they are used to test. Valid for 2003 and later.
 */

export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;

/** One real interval of time. `utc` is its start; `local` the same start on the wall clock, as if UTC. */
export interface TrueInterval {
  utc: number;
  local: number;
  offset_minutes: number;
  interval_minutes: number;
}

/** Start and end of summer time by year, worked out once each. */
const summers = new Map<number, { from: number; to: number }>();

/** Local − UTC in Vilnius at an instant, in minutes. */
export function vilniusOffsetMinutes(utc: number): number {
  const year = new Date(utc).getUTCFullYear();
  let summer = summers.get(year);
  if (!summer) {
    summer = { from: lastSunday(year, 2) + HOUR, to: lastSunday(year, 9) + HOUR };
    summers.set(year, summer);
  }
  return utc >= summer.from && utc < summer.to ? 180 : 120;
}

/** The instant at which a local date of Vilnius starts. `date` is its midnight as if UTC. */
export function vilniusDayStart(date: number): number {
  // Clocks change at 03:00 or 04:00 local, so any instant near midnight has midnight's offset.
  return date - vilniusOffsetMinutes(date - 150 * MINUTE) * MINUTE;
}

/** Every real interval of the local dates `first` to `last` (both included), in order of time. */
export function vilniusIntervals(first: number, last: number, minutes: number): TrueInterval[] {
  const end = vilniusDayStart(last + DAY);
  const intervals: TrueInterval[] = [];
  for (let utc = vilniusDayStart(first); utc < end; utc += minutes * MINUTE) {
    const offset_minutes = vilniusOffsetMinutes(utc);
    intervals.push({ utc, local: utc + offset_minutes * MINUTE, offset_minutes, interval_minutes: minutes });
  }
  return intervals;
}

/** Midnight, as if UTC, of the local date that a wall-clock time (as if UTC) belongs to. */
export function dateOf(local: number): number {
  return Math.floor(local / DAY) * DAY;
}

/** Midnight as if UTC of an ISO date such as `2022-03-27`. */
export function isoDate(text: string): number {
  return Date.parse(`${text}T00:00:00Z`);
}

/** Midnight UTC of the last Sunday of a month with 31 days (`month` counts from 0). */
function lastSunday(year: number, month: number): number {
  const last = Date.UTC(year, month, 31);
  return last - new Date(last).getUTCDay() * DAY;
}
