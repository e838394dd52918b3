import type { DateOrder, DecimalMark } from './input-mapping';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Texts that stand for no value. */
const NO_VALUE = new Set(['', 'null', 'nan', 'na', 'n/a', '#n/a', 'none', 'nil', '-', '--', '–', '?']);

/** True for a text that stands for no value. */
export function isNoValue(text: string): boolean {
  return text === '' || NO_VALUE.has(text.trim().toLowerCase());
}

/**
 * Reads a number written by a person or a program.
 * @returns the number, null for a text that stands for no value, undefined for one that is no number
 */
export function readNumber(text: string, decimal: DecimalMark): number | null | undefined {
  const plain = Number(text);
  if (text !== '' && !Number.isNaN(plain) && text.trim() !== '') return plain;
  if (isNoValue(text)) return null;
  const bare = text.trim().replaceAll(/[\s\u00a0\u202f']/g, '');
  if (decimal === ',' && /^[+-]?(\d+|\d{1,3}(\.\d{3})+)?(,\d+)?(e[+-]?\d+)?$/i.test(bare))
    return Number(bare.replaceAll('.', '').replace(',', '.'));
  if (decimal === '.' && /^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?(e[+-]?\d+)?$/i.test(bare))
    return Number(bare.replaceAll(',', ''));
  return undefined;
}

/** True for a number with a decimal comma and no other way to read it. */
export const hasDecimalComma = (text: string): boolean =>
  /^\s*[+-]?\d{1,3}(\.\d{3})*,\d+\s*$|^\s*[+-]?\d+,\d+\s*$/.test(text);

/** A moment as a text states it. */
export interface StatedTime {
  /** The wall clock as if UTC, in milliseconds. */
  wall: number;
  /** Local − UTC where the text says so, else null. */
  offsetMinutes: number | null;
}

const TIME = String.raw`(?:[T ,;]\s*(\d{1,2})[:.h](\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([AaPp][Mm])?)?`;
const OFFSET = String.raw`\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?`;
/** Whatever follows the start of a range: `02:45–02:00`, `…/2022-01-01T01:00Z`. */
const RANGE_END = String.raw`(?:\s*(?:[-–—/]|to|until|bis|a)\s*\d[\dT:. ZUTCGM+/-]*)?`;
const YEAR_FIRST = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${TIME}${OFFSET}${RANGE_END}$`);
const YEAR_LAST = new RegExp(`^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})${TIME}${OFFSET}${RANGE_END}$`);
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:[T ]?(\d{2}):?(\d{2})(?::?(\d{2}))?)?(Z)?$/;
const CLOCK = new RegExp(`^(\\d{1,2})(?:[:.h](\\d{2})(?::(\\d{2}))?)?\\s*([AaPp][Mm])?${RANGE_END}$`);

/** True for a date whose day and month could be read either way round. */
export const isYearLast = (text: string): boolean => YEAR_LAST.test(text.trim());

/** The two leading numbers of a date with the year last. */
export function leadingNumbers(text: string): [number, number] | null {
  const found = YEAR_LAST.exec(text.trim());
  return found ? [Number(found[1]), Number(found[2])] : null;
}

/** Reads a date, with or without a time. @returns null when it is none */
export function readTime(text: string, order: DateOrder): StatedTime | null {
  const bare = text.trim();
  const yearFirst = YEAR_FIRST.exec(bare) ?? COMPACT.exec(bare);
  if (yearFirst) {
    const [, year, month, day, hour, minute, second] = yearFirst;
    const compact = yearFirst.length === 8;
    return stated(
      [year, month, day],
      [hour, minute, second],
      compact ? undefined : yearFirst[7],
      compact ? yearFirst[7] : yearFirst[8],
    );
  }
  const yearLast = YEAR_LAST.exec(bare);
  if (yearLast) {
    const [, first, second, year, hour, minute, seconds, half, offset] = yearLast;
    const date = order === 'month-first' ? [year, first, second] : [year, second, first];
    return stated(date, [hour, minute, seconds], half, offset);
  }
  return null;
}

/** Reads a time of day in minutes; `24:00` is 1440, a bare `7` is seven o'clock. @returns null when it is none */
export function readClock(text: string): number | null {
  const found = CLOCK.exec(text.trim());
  if (!found) return null;
  const minutes = hourOf(found[1], found[4]) * 60 + Number(found[2] ?? 0);
  return minutes <= 1440 && Number(found[2] ?? 0) < 60 ? minutes : null;
}

function stated(
  [year, month, day]: readonly (string | undefined)[],
  [hour, minute, second]: readonly (string | undefined)[],
  half: string | undefined,
  offset: string | undefined,
): StatedTime | null {
  const date = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const back = new Date(date);
  // Years below 100 would be taken for those of the twentieth century.
  if (back.getUTCFullYear() !== Number(year)) return null;
  if (back.getUTCMonth() !== Number(month) - 1 || back.getUTCDate() !== Number(day)) return null;
  const minutes = hourOf(hour, half) * 60 + Number(minute ?? 0);
  if (minutes > 1440 || Number(minute ?? 0) > 59) return null;
  return { wall: date + minutes * MINUTE + Number(second ?? 0) * 1000, offsetMinutes: readOffset(offset) };
}

function hourOf(hour: string | undefined, half: string | undefined): number {
  const number = Number(hour ?? 0);
  if (half === undefined) return number;
  return (number % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
}

/** Reads `Z`, `UTC`, `+02:00`, `+0200`, `-03`. @returns minutes, or null where nothing is stated */
export function readOffset(text: string | undefined): number | null {
  if (text === undefined || text === '') return null;
  const found = /^([+-])(\d{2}):?(\d{2})?$/.exec(text);
  if (!found) return 0;
  const minutes = Number(found[2]) * 60 + Number(found[3] ?? 0);
  return found[1] === '-' ? -minutes : minutes;
}

/** Minutes of an interval from its name: `60min`, `PT15M`, `hourly`, `P1D`. Null when it is none. */
export function readResolution(text: string): number | null {
  const bare = text.trim().toLowerCase().replaceAll(' ', '');
  const named = RESOLUTIONS[bare];
  if (named !== undefined) return named;
  const found = /^(?:pt)?(\d{1,4})(m|min|mins|minute|minutes|h|hour|hours)?$/.exec(bare);
  if (!found) return null;
  const minutes = Number(found[1]) * (found[2]?.startsWith('h') ? 60 : 1);
  return minutes > 0 && minutes <= 1440 ? minutes : null;
}

const RESOLUTIONS: Readonly<Record<string, number>> = {
  hourly: 60,
  hour: 60,
  h: 60,
  halfhourly: 30,
  'half-hourly': 30,
  quarterhourly: 15,
  'quarter-hourly': 15,
  daily: 1440,
  day: 1440,
  d: 1440,
  p1d: 1440,
  '1d': 1440,
  monthly: 43_200,
  month: 43_200,
  p1m: 43_200,
  '1mo': 43_200,
};

/** The date part of a moment, in whole days since 1970. */
export const dayNumber = (wall: number): number => Math.floor(wall / DAY);
