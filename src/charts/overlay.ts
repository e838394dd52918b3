/** Rows of another meter, channel or period to lay over a picture. They are never added to its own. */
export interface Overlay<R> {
  rows: readonly R[];
  /** What they are, in a few words: `house-solar export`, `2 Jan – 1 Feb 2023`. */
  label: string;
  colour: string;
  /** Milliseconds of local time to move them by, so that both periods start together. */
  shift: number;
}

/** `+12%`, `−3.4%`, `no change`; null where there is nothing to divide by. */
export function changeOf(value: number | null, other: number | null): number | null {
  if (value === null || other === null || other <= 0) return null;
  return value / other - 1;
}
