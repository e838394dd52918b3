/** The middle of repeated measurements and how far they lie apart. */
export interface Spread {
  median: number;
  least: number;
  most: number;
}

/** Null when nothing was measured. */
export function spreadOf(values: readonly (number | null)[]): Spread | null {
  const sorted = values.filter((value) => value !== null).sort((one, other) => one - other);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined) return null;
  const upper = sorted[Math.floor(sorted.length / 2)]!;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]!;
  return { median: (lower + upper) / 2, least, most };
}

/** The quotient of two measurements of one run; null when one is missing. */
export function ratioOf(one: number | null, other: number | null): number | null {
  return one === null || other === null || other === 0 ? null : one / other;
}
