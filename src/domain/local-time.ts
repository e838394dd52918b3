import { format } from 'date-fns-tz';
import { AppError } from './app-error';

const MINUTE = 60_000;
const DAY = 86_400_000;
/**
 * How far apart the offset is sampled to find transitions. No zone kept an offset
 * for less than a week since 1990; the test over the whole database would notice.
 */
const SAMPLE_STEP = 7 * DAY;

/**
 * One local date of one zone. Days partition the UTC line: a day starts at the
 * first instant at which the wall clock reaches its midnight, and ends where the
 * next one starts. `localDate` is that date's midnight in milliseconds as if UTC.
 */
export interface CalendarDay {
  localDate: number;
  startUtc: number;
  /** True length: 1440, 1380 or 1500 mostly; 0 for a date that the zone skipped. */
  dayMinutes: number;
  /** Local − UTC at the day's start and at its end. */
  offsetBeforeMinutes: number;
  offsetAfterMinutes: number;
  /** Wall-clock minute at the day's first instant; above 0 where midnight itself was skipped. */
  startLocalMinute: number;
  /** Minutes of elapsed time from the day's start to a transition inside it or at a skipped end, else null. */
  transitionElapsedMinutes: number | null;
  /** Wall-clock minute at which the skipped or repeated stretch starts; null on ordinary days. */
  shiftStartMinute: number | null;
  /** Above 0: minutes skipped. Below 0: minutes repeated. 0: an ordinary day. */
  shiftMinutes: number;
}

interface OffsetPeriod {
  startUtc: number;
  endUtc: number;
  offset: number;
}

/** True for names of the IANA time zone database (aliases included); false for bare offsets such as `+02:00`. */
export function isKnownZone(zone: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/**
 * The local − UTC offset in whole minutes at an instant.
 * The offset is taken from `format` because date-fns-tz's `getTimezoneOffset` reads
 * the instant's fields in the machine's own zone, so its answer moves with the browser.
 */
export function utcOffsetMinutes(zone: string, utc: number): number {
  const match = /^([+-])(\d+):(\d+)/.exec(format(utc, 'xxx', { timeZone: zone }));
  if (!match) throw new AppError('UNKNOWN_ZONE', { zone });
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -minutes : minutes;
}

/**
 * The local calendar of a zone: one `CalendarDay` per date from `firstDate` to
 * `lastDate`, both included, both midnights as if UTC in milliseconds.
 * @throws AppError UNKNOWN_ZONE
 */
export function localCalendar(zone: string, firstDate: number, lastDate: number): CalendarDay[] {
  if (!isKnownZone(zone)) throw new AppError('UNKNOWN_ZONE', { zone });
  const periods = offsetPeriods(zone, firstDate - 3 * DAY, lastDate + 4 * DAY);
  const days: CalendarDay[] = [];
  let start = dayStart(periods, firstDate);
  for (let localDate = firstDate; localDate <= lastDate; localDate += DAY) {
    const end = dayStart(periods, localDate + DAY);
    days.push(calendarDay(periods, localDate, start, end));
    start = end;
  }
  return days;
}

/**
 * The zone's standard offset in minutes at the time of a date: the smaller one of the
 * year around it, which is what clocks show when it is not summer time.
 */
export function standardOffsetMinutes(zone: string, date: number): number {
  const halfYear = 182 * DAY;
  return Math.min(...[date, date - halfYear, date + halfYear].map((utc) => utcOffsetMinutes(zone, utc)));
}

/** Stretches of constant offset that cover [from, to), found by samples and bisection to the minute. */
function offsetPeriods(zone: string, from: number, to: number): OffsetPeriod[] {
  const periods: OffsetPeriod[] = [];
  let current: OffsetPeriod = { startUtc: -Infinity, endUtc: Infinity, offset: utcOffsetMinutes(zone, from) };
  for (let utc = from; utc < to; utc += SAMPLE_STEP) {
    const next = utcOffsetMinutes(zone, utc + SAMPLE_STEP);
    if (next === current.offset) continue;
    const at = transitionBetween(zone, utc, utc + SAMPLE_STEP, current.offset);
    current.endUtc = at;
    periods.push(current);
    current = { startUtc: at, endUtc: Infinity, offset: next };
  }
  periods.push(current);
  return periods;
}

/** The first whole minute after `low` at which the offset is no longer `before`. */
function transitionBetween(zone: string, low: number, high: number, before: number): number {
  let same = low;
  let changed = high;
  while (changed - same > MINUTE) {
    const middle = same + Math.floor((changed - same) / (2 * MINUTE)) * MINUTE;
    if (utcOffsetMinutes(zone, middle) === before) same = middle;
    else changed = middle;
  }
  return changed;
}

/** The first instant at which the wall clock shows `localDate` 00:00 or later. */
function dayStart(periods: OffsetPeriod[], localDate: number): number {
  const upTo = localDate + DAY;
  for (let index = firstPeriodFor(periods, localDate - 2 * DAY); index < periods.length; index++) {
    const period = periods[index]!;
    const candidate = Math.max(period.startUtc, localDate - period.offset * MINUTE);
    if (candidate < period.endUtc) return candidate;
  }
  return upTo;
}

function firstPeriodFor(periods: OffsetPeriod[], utc: number): number {
  let low = 0;
  let high = periods.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (periods[middle]!.endUtc <= utc) low = middle + 1;
    else high = middle;
  }
  return low;
}

function calendarDay(periods: OffsetPeriod[], localDate: number, start: number, end: number): CalendarDay {
  const index = firstPeriodFor(periods, start);
  const at = periods[index]!;
  const startLocalMinute = (start + at.offset * MINUTE - localDate) / MINUTE;
  const day: CalendarDay = {
    localDate,
    startUtc: start,
    dayMinutes: (end - start) / MINUTE,
    offsetBeforeMinutes: at.offset,
    offsetAfterMinutes: at.offset,
    startLocalMinute,
    transitionElapsedMinutes: null,
    shiftStartMinute: null,
    shiftMinutes: 0,
  };
  if (startLocalMinute > 0) {
    day.offsetBeforeMinutes = periods[index - 1]!.offset;
    day.shiftStartMinute = 0;
    day.shiftMinutes = startLocalMinute;
  } else if (at.endUtc < end || (at.endUtc === end && day.dayMinutes < 1440)) {
    const after = periods[index + 1]!.offset;
    const elapsed = (at.endUtc - start) / MINUTE;
    day.offsetAfterMinutes = after;
    day.transitionElapsedMinutes = elapsed;
    day.shiftMinutes = after - at.offset;
    day.shiftStartMinute = elapsed + Math.min(0, day.shiftMinutes);
  }
  return day;
}
