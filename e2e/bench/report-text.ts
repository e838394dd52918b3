import type { Spread } from './spread';

const NOT_MEASURED = '–';

/** `8,760,000` */
export function whole(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 0 });
}

export function metersText(meters: number): string {
  return meters === 1 ? '1 meter' : `${whole(meters)} meters`;
}

/** `1,000 meters`, with the resolution where it is not an hour. */
export function fleetText({
  meters,
  resolution_minutes,
}: {
  meters: number;
  resolution_minutes: number;
}): string {
  return `${metersText(meters)}${resolution_minutes === 60 ? '' : ` at ${resolution_minutes} min`}`;
}

/** `812 ms (790–850)`, or in seconds from two seconds on. */
export function timeText(spread: Spread | null): string {
  if (!spread) return NOT_MEASURED;
  const seconds = spread.median >= 2000;
  const text = (value: number) => (seconds ? (value / 1000).toFixed(2) : whole(value));
  return `${text(spread.median)} ${seconds ? 's' : 'ms'} (${text(spread.least)}–${text(spread.most)})`;
}

/** Two decimals below ten, one above. */
export function ratioText(ratio: number): string {
  return ratio.toFixed(ratio < 9.995 ? 2 : 1);
}

/** A ratio with its spread: `**1.42** (1.38–1.55)`. */
export function rangeText(spread: Spread | null): string {
  if (!spread) return NOT_MEASURED;
  return `**${ratioText(spread.median)}** (${ratioText(spread.least)}–${ratioText(spread.most)})`;
}

/** `315 (310–322)`, from bytes to millions of bytes. */
export function megabytes(spread: Spread | null, digits = 0): string {
  if (!spread) return NOT_MEASURED;
  const text = (bytes: number) => (digits ? (bytes / 1e6).toFixed(digits) : whole(bytes / 1e6));
  return `${text(spread.median)} (${text(spread.least)}–${text(spread.most)})`;
}

/** Milliseconds for one reading, in microseconds. */
export function microseconds(milliseconds: number | null): string {
  if (milliseconds === null) return NOT_MEASURED;
  const value = milliseconds * 1000;
  return `${value < 100 ? value.toPrecision(3) : whole(value)} µs`;
}
