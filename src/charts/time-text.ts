import { LOCALE } from '../domain/locale';

/**
 * Text for local wall-clock times that are written as if they were UTC
 * milliseconds. Only UTC formatters: the browser's own zone never shows.
 */
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: 'UTC' });

const dayMonth = format({ day: 'numeric', month: 'short' });
const dayMonthYear = format({ day: 'numeric', month: 'short', year: 'numeric' });
const longDate = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const weekdayDate = format({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
const monthShort = format({ month: 'short' });
const monthYear = format({ month: 'long', year: 'numeric' });

const isBritish = LOCALE.startsWith('en-GB');
const tidy = (text: string): string => (isBritish ? text.replace('Sept', 'Sep').replace(',', '') : text);

/** `27 Mar 2022`. */
export const dateText = (local: number): string => tidy(dayMonthYear.format(local));
/** `27 Mar`. */
export const dayMonthText = (local: number): string => tidy(dayMonth.format(local));
/** `Sunday 27 March 2022`. */
export const longDateText = (local: number): string => tidy(longDate.format(local));
/** `Sun 27 Mar 2022`. */
export const weekdayDateText = (local: number): string => tidy(weekdayDate.format(local));
/** `Mar`. */
export const monthText = (local: number): string => tidy(monthShort.format(local));
/** `March 2022`. */
export const monthYearText = (local: number): string => monthYear.format(local);
const monthLong = format({ month: 'long' });
/** `March`. */
export const monthNameText = (local: number): string => monthLong.format(local);

/** The days of the week from Monday on: `Monday`, `Mon`, `M`. */
export function weekdayNames(length: 'long' | 'short' | 'narrow'): string[] {
  const name = format({ weekday: length });
  // 1 January 2024 was a Monday.
  return Array.from({ length: 7 }, (_, day) => name.format(Date.UTC(2024, 0, 1 + day)));
}
export const yearOf = (local: number): number => new Date(local).getUTCFullYear();
/** Midnight of the local date. */
export const dateOf = (local: number): number => Math.floor(local / DAY) * DAY;
/** The first day of the month after the one that `local` lies in. */
export function nextMonth(local: number): number {
  const date = new Date(local);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
}

/** `03:00` for a minute of the day; 1440 is `24:00`. */
export function minuteText(minuteOfDay: number): string {
  const hours = Math.floor(minuteOfDay / 60);
  const minutes = Math.round(minuteOfDay % 60);
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** `03:00` of a local time. */
export const clockText = (local: number): string => minuteText((local - dateOf(local)) / MINUTE);

/** `UTC+3`, `UTC−3:30`, `UTC+0`. */
export function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const rest = size % 60;
  const sign = minutes < 0 ? '−' : '+';
  return `UTC${sign}${Math.floor(size / 60)}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`;
}

/** `27 Mar 2022 03:00 (UTC+2)`. */
export const localTimeText = (local: number, offsetMinutes: number): string =>
  `${dateText(local)} ${clockText(local)} (${offsetText(offsetMinutes)})`;

/** A length in words: `23 hours`, `30 minutes`, `23 hours 30 minutes`. */
export function durationText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts: string[] = [];
  if (hours) parts.push(`${hours} ${hours === 1 ? 'hour' : 'hours'}`);
  if (rest || !hours) parts.push(`${rest} ${rest === 1 ? 'minute' : 'minutes'}`);
  return parts.join(' ');
}
