import { LOCALE, numberMarks } from './locale';
import { UNKNOWN_UNIT } from '../domain/series';

const marks = numberMarks(LOCALE);
const whole = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 });
const twoDecimals = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2 });
const threeDigits = new Intl.NumberFormat(LOCALE, { maximumSignificantDigits: 3 });
const percent = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 1 });
const megabytes = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 });

/** What stands in place of a number that is not known. */
export const NO_VALUE = '–';

/** A whole number with thousands separators. */
export function countText(value: number): string {
  return whole.format(value);
}

/** `1 meter`, `12 meters`: a count with its noun. */
export function countOf(value: number, noun: string, plural = `${noun}s`): string {
  return `${countText(value)} ${value === 1 ? noun : plural}`;
}

/** A measured value with thousands separators and no more digits than are of use. */
export function numberText(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return NO_VALUE;
  const size = Math.abs(value);
  if (size >= 1000 || Number.isInteger(value)) return whole.format(value);
  if (size >= 100) return oneDecimal.format(value);
  if (size >= 1) return twoDecimals.format(value);
  return threeDigits.format(value);
}

/** `1.25M` with at most so many digits; the SI-like letters, because `m` would read as a thousandth. */
export function compactText(value: number, digits: number): string {
  return new Intl.NumberFormat('en-US', { notation: 'compact', maximumSignificantDigits: digits })
    .format(value)
    .replace('K', 'k')
    .replace('.', marks.decimal);
}

/** A value for a small tile: at most about six characters. */
export function tileText(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return '∅';
  return Math.abs(value) >= 100_000 ? compactText(value, 3) : numberText(value);
}

/** Groups the digits of exact decimal text without passing through a float. */
export function decimalText(exact: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(exact.trim());
  if (!match) return exact;
  const integer = match[2]!.replace(/^0+(?=\d)/, '').replace(/\B(?=(\d{3})+$)/g, marks.group);
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  const sign = integer === '0' && fraction === '' ? '' : match[1]!;
  return `${sign}${integer}${fraction ? `${marks.decimal}${fraction}` : ''}`;
}

/** True for exact decimal text that is zero, whatever its scale. */
export function isZeroDecimal(exact: string): boolean {
  return /^-?0*(\.0*)?$/.test(exact.trim());
}

/** A share between 0 and 1 as a percentage; never rounded up to 100 % unless it is all. */
export function percentText(share: number | null): string {
  if (share === null || !Number.isFinite(share)) return NO_VALUE;
  if (share < 1 && share > 0.999) return percent.format(0.999);
  return percent.format(share);
}

/** A unit comes from a file and may be of any length. */
const LONGEST_UNIT = 24;

/** The unit after an energy, or the statement that there is none. */
export function unitText(unit: string): string {
  return unit === UNKNOWN_UNIT ? 'unit not stated' : shortText(unit, LONGEST_UNIT);
}

/** True where the file or the person said what the numbers measure. */
export function isUnitKnown(unit: string): boolean {
  return unit !== UNKNOWN_UNIT;
}

const POWER_UNITS: Readonly<Record<string, string>> = { Wh: 'W', kWh: 'kW', MWh: 'MW', GWh: 'GW' };

/** The unit of energy per hour: kW for kWh, `m³ per hour` for m³. */
export function powerUnitText(unit: string): string {
  if (!isUnitKnown(unit)) return 'per hour, unit not stated';
  return POWER_UNITS[unit] ?? `${unitText(unit)} per hour`;
}

/** An energy with its unit where there is one: `12.5 kWh`, or `12.5` when the unit is not stated. */
export function energyText(value: number | null, unit: string): string {
  if (value === null) return 'no value';
  return isUnitKnown(unit) ? `${numberText(value)} ${unitText(unit)}` : numberText(value);
}

/** A rate with its unit: `3.2 kW`, or `100 per hour` when the unit is not stated. */
export function powerText(value: number | null, unit: string): string {
  if (value === null) return 'no value';
  return isUnitKnown(unit) ? `${numberText(value)} ${powerUnitText(unit)}` : `${numberText(value)} per hour`;
}

/** A file's size for people. */
export function bytesText(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${megabytes.format(bytes / 1000)} kB`;
  return `${megabytes.format(bytes / 1_000_000)} MB`;
}

/** Text from a file, cut in the middle of nowhere with an ellipsis so that it cannot flood the page. */
export function shortText(text: string, longest = 80): string {
  const characters = [...text.slice(0, longest * 2 + 2)];
  if (characters.length <= longest && text.length <= longest * 2) return text;
  return `${characters.slice(0, longest - 1).join('')}…`;
}
