/**
 * Shapes made of plain arithmetic. `Math.cos`, `Math.exp` and their kin may differ
 * in the last bit from one engine to the next; these may not.
 */

/** cos(2π·turns), exact to about 1e-7. */
export function cosineOfTurns(turns: number): number {
  const folded = Math.abs(turns - Math.round(turns));
  const mirrored = folded > 0.25;
  const angle = (mirrored ? 0.5 - folded : folded) * 6.283185307179586;
  const square = angle * angle;
  const value =
    1 - (square / 2) * (1 - (square / 12) * (1 - (square / 30) * (1 - (square / 56) * (1 - square / 90))));
  return mirrored ? -value : value;
}

/** A smooth hill: 1 at `centre`, 0 from `halfWidth` away on, both in hours of a 24-hour clock. */
export function hill(hour: number, centre: number, halfWidth: number): number {
  let distance = Math.abs(hour - centre) % 24;
  if (distance > 12) distance = 24 - distance;
  const part = distance / halfWidth;
  return part >= 1 ? 0 : (1 - part * part) * (1 - part * part);
}

/** 0 before `from`, 1 after `to`, a smooth rise between (`from` < `to`). */
export function rise(value: number, from: number, to: number): number {
  const part = clamp((value - from) / (to - from), 0, 1);
  return part * part * (3 - 2 * part);
}

/** 1 inside an opening time given in hours, with smooth shoulders of `shoulder` hours outside it. */
export function plateau(hour: number, from: number, to: number, shoulder: number): number {
  return rise(hour, from - shoulder, from) * (1 - rise(hour, to, to + shoulder));
}

/** `value`, held between `low` and `high`. */
export function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
