/** Figures as people read them. Two significant digits: more would claim a precision that the inputs lack. */

const LOCALE = 'en';

/** `442,769,000` → `440 million`. */
export function countText(count: number): string {
  const [divisor, word] = scale(count, [
    [1e12, ' trillion'],
    [1e9, ' billion'],
    [1e6, ' million'],
    [1, ''],
  ]);
  return `${roundedText(count / divisor)}${word}`;
}

/** Bytes in decimal units. */
export function bytesText(bytes: number): string {
  const [divisor, word] = scale(bytes, [
    [1e12, 'TB'],
    [1e9, 'GB'],
    [1e6, 'MB'],
    [1e3, 'kB'],
    [1, 'B'],
  ]);
  return `${roundedText(bytes / divisor)} ${word}`;
}

/** Seconds in the unit that a person would say. */
export function durationText(seconds: number): string {
  const [divisor, word] = scale(seconds, [
    [172_800, 'days'],
    [5_400, 'h'],
    [90, 'min'],
    [0, 's'],
  ]);
  const unit = { days: 86_400, h: 3_600, min: 60, s: 1 }[word] ?? divisor;
  return `${roundedText(seconds / unit)} ${word}`;
}

/** A range of euro, `€1,200 to 2,900`; small change is `under €1`. */
export function euroText({ low, high }: { low: number; high: number }): string {
  if (high === 0) return '€0';
  if (high < 1) return 'under €1';
  const [from, to] = [roundedText(low), roundedText(high)];
  return from === to ? `€${from}` : `€${from} to ${to}`;
}

/** A number with two significant digits and separators, plain below ten with one decimal. */
export function roundedText(value: number): string {
  if (value === 0) return '0';
  const digits = Math.floor(Math.log10(Math.abs(value)));
  const step = 10 ** (digits - 1);
  const rounded = Math.round(value / step) * step;
  return rounded.toLocaleString(LOCALE, { maximumFractionDigits: Math.max(0, 1 - digits) });
}

function scale(value: number, steps: readonly (readonly [number, string])[]): readonly [number, string] {
  return steps.find(([divisor]) => value >= divisor) ?? steps[steps.length - 1]!;
}
