import { percentText } from '../domain/number-text';
import type { TimeShift } from './time-shift';

/** Rows of another meter, channel or period to lay over a picture. They are never added to its own. */
export interface Overlay<R> {
  rows: readonly R[];
  /** What they are, in a few words: `house-solar export`, `2 Jan – 1 Feb 2023`. */
  label: string;
  colour: string;
  /** How far before the meter's own time they lie. */
  shift: TimeShift;
}

/** `+12%`, `−3.4%`, `no change`; null where there is nothing to divide by. */
export function changeOf(value: number | null, other: number | null): number | null {
  if (value === null || other === null || other <= 0) return null;
  return value / other - 1;
}

/** ` (+15%)`; empty where there is nothing to divide by, and for less than can be written. */
export function changeText(value: number, other: number): string {
  const change = changeOf(value, other);
  const size = change === null ? '' : percentText(Math.abs(change));
  return change === null || /^0\D*$/.test(size) ? '' : ` (${change > 0 ? '+' : '−'}${size})`;
}
