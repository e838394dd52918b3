import type { DistributionRow } from '../queries/rows/series';

/** One class of load with what both sides spent in it; a side that never ran so high or low has zeros. */
export interface ComparedClass extends DistributionRow {
  other_minutes: number;
  other_energy: number;
}

/** Time and energy in classes of one width, by the number of the class from zero on. */
type Classes = Map<number, { minutes: number; energy: number }>;

/**
 * Both sides' loads in classes of one width, in rising order. Each side comes in classes as wide as suits
 * its own loads, 1, 2 or 5 times a power of ten, that begin at zero; whole classes are put together
 * until both have the same, so that no reading is moved to another class than its own.
 */
export function compareClasses(
  own: readonly DistributionRow[],
  other: readonly DistributionRow[],
): ComparedClass[] {
  const width = commonWidth(own, other);
  const mine = inClasses(own, width);
  const theirs = inClasses(other, width);
  const places = [...new Set([...mine.keys(), ...theirs.keys()])].sort((a, b) => a - b);
  return places.map((place) => ({
    rate_from: tidyRate(place * width),
    rate_to: tidyRate((place + 1) * width),
    minutes: mine.get(place)?.minutes ?? 0,
    energy: mine.get(place)?.energy ?? 0,
    other_minutes: theirs.get(place)?.minutes ?? 0,
    other_energy: theirs.get(place)?.energy ?? 0,
  }));
}

/** The narrowest width of a class that holds whole classes of both sides. */
function commonWidth(own: readonly DistributionRow[], other: readonly DistributionRow[]): number {
  const widths = [own, other].filter((rows) => !isConstant(rows)).flatMap(widthOf);
  const [wide, narrow] = widths.length ? widths : [own, other].flatMap(widthOf);
  if (wide === undefined) return 1;
  if (narrow === undefined) return wide;
  const ratio = Math.max(wide, narrow) / Math.min(wide, narrow);
  const isWhole = Math.abs(ratio - Math.round(ratio)) < 1e-6;
  // 5 is no multiple of 2, but 10 is one of both.
  return tidyRate(Math.max(wide, narrow) * (isWhole ? 1 : 2));
}

const widthOf = ([first]: readonly DistributionRow[]): number[] =>
  first ? [tidyRate(first.rate_to - first.rate_from)] : [];

/** Loads that differ are always spread over several classes; one that never changes says nothing of a width. */
const isConstant = (rows: readonly DistributionRow[]): boolean => rows.length === 1;

function inClasses(rows: readonly DistributionRow[], width: number): Classes {
  const classes: Classes = new Map();
  for (const row of rows) {
    const rate = isConstant(rows) ? (row.energy * 60) / row.minutes : (row.rate_from + row.rate_to) / 2;
    const place = Math.floor(tidyRate(rate / width));
    const { minutes, energy } = classes.get(place) ?? { minutes: 0, energy: 0 };
    classes.set(place, { minutes: minutes + row.minutes, energy: energy + row.energy });
  }
  return classes;
}

/** Without the tail that a product of binary fractions may have. */
export const tidyRate = (rate: number): number => Number(rate.toPrecision(10));
