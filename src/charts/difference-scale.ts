import { numberText } from '../domain/number-text';

/** Shades from far below to far above, with one in the middle for no difference. */
export const DIFFERENCE_SHADES = 25;
const MIDDLE = (DIFFERENCE_SHADES - 1) / 2;

/** A scale that reaches as far below zero as above it, so that equal distances have equal strength. */
export interface DifferenceScale {
  most: number;
  /** Larger differences exist and have the outermost colour. */
  clipped: boolean;
}

/** The scale over differences; a few extreme ones do not wash out the rest. */
export function differenceScale(differences: readonly number[]): DifferenceScale {
  const sizes = differences.map(Math.abs).sort((a, b) => a - b);
  const largest = sizes.at(-1) ?? 0;
  const common = sizes[Math.floor((sizes.length - 1) * 0.995)] ?? 0;
  const clipped = common > 0 && largest > 1.5 * common;
  return { most: clipped ? common : largest, clipped };
}

/** The shade of a difference, 0 to DIFFERENCE_SHADES − 1. Only what is all but equal has the middle one. */
export function differenceShade(difference: number, { most }: DifferenceScale): number {
  if (most === 0) return MIDDLE;
  const share = Math.min(1, Math.max(-1, difference / most));
  return MIDDLE + Math.round(share * MIDDLE);
}

/** How far a shade lies from the middle, 0 to 1. */
export const differenceStrength = (shade: number): number => Math.abs(shade - MIDDLE) / MIDDLE;

/** One value less another, without the tail that a difference of binary fractions may have. */
export const tidyDifference = (own: number, other: number): number => Number((own - other).toPrecision(12));

/** `+1.2`, `−3.4`, `0`. */
export const signedText = (value: number): string =>
  `${value > 0 ? '+' : value < 0 ? '−' : ''}${numberText(Math.abs(value))}`;
