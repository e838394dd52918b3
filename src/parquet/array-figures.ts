/** Figures of arrays of readings, worked out beside the engine: it would go over every array once for each of them. */

/** The arrays of a batch one behind the other: array `row` is `values[offsets[row]]` up to `values[offsets[row + 1]]`. */
export interface Arrays {
  values: ArrayLike<number>;
  /** Whether a value is there, one bit each, the least significant first; null where all are. */
  valueIsThere: Uint8Array | null;
  offsets: Int32Array;
  rows: number;
}

/** A column each of ARRAY_FIGURES; nothing is said of a row whose bit in `isKnown` is 0. */
export interface ArrayFigures {
  isKnown: Uint8Array;
  unknown: number;
  count: Int32Array;
  total: Float64Array;
  lowest: Float64Array;
  highest: Float64Array;
  /** 0 or 1. */
  mayBeStuck: Int8Array;
  /** 0 or 1. */
  equalAtStart: Int8Array;
  equalAtEnd: Int8Array;
}

/** Beyond it staging takes no value as it is. */
const LARGEST = 1e15;
const HOURS = 24;
/** One reading of each run of three, and its next: a run of six equal values covers two of them. */
const STEP = 3;

/**
 * The figures of arrays whose values are all finite, below 1e15, and not all null: as `staged_row.sql` has them.
 * Of other arrays it says nothing.
 */
export function arrayFigures(arrays: Arrays): ArrayFigures {
  const { rows, offsets } = arrays;
  const figures: ArrayFigures = {
    isKnown: new Uint8Array(Math.ceil(rows / 8)),
    unknown: 0,
    count: new Int32Array(rows),
    total: new Float64Array(rows),
    lowest: new Float64Array(rows),
    highest: new Float64Array(rows),
    mayBeStuck: new Int8Array(rows),
    equalAtStart: new Int8Array(rows),
    equalAtEnd: new Int8Array(rows),
  };
  const longest = offsets.reduce(
    (most, offset, row) => Math.max(most, offset - (offsets[row - 1] ?? offset)),
    0,
  );
  // NaN stands for null: it equals nothing, itself neither.
  const day = new Float64Array(longest);
  for (let row = 0; row < rows; row++) {
    const first = offsets[row]!;
    const slots = offsets[row + 1]! - first;
    if (copyDay(arrays, first, slots, day) && describe(day, slots, figures, row))
      figures.isKnown[row >> 3]! |= 1 << (row & 7);
    else figures.unknown++;
  }
  return figures;
}

/** @returns false where a value is no number that staging takes as it is */
function copyDay({ values, valueIsThere }: Arrays, first: number, slots: number, day: Float64Array): boolean {
  for (let slot = 0; slot < slots; slot++) {
    const at = first + slot;
    if (valueIsThere && !(valueIsThere[at >> 3]! & (1 << (at & 7)))) {
      day[slot] = NaN;
      continue;
    }
    const value = values[at]!;
    if (!(value < LARGEST && value > -LARGEST)) return false;
    day[slot] = value;
  }
  return true;
}

/** @returns false where the array has no value */
function describe(day: Float64Array, slots: number, figures: ArrayFigures, row: number): boolean {
  let count = 0;
  let total = 0;
  let lowest = Infinity;
  let highest = -Infinity;
  for (let slot = 0; slot < slots; slot++) {
    const value = day[slot]!;
    if (value !== value) continue;
    count++;
    total += value;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  if (count === 0) return false;
  figures.count[row] = count;
  figures.total[row] = total;
  figures.lowest[row] = lowest;
  figures.highest[row] = highest;
  figures.mayBeStuck[row] = (highest !== 0 || lowest !== 0) && mayBeStuck(day, slots) ? 1 : 0;
  figures.equalAtStart[row] = slots > 1 && day[0] === day[1] ? 1 : 0;
  figures.equalAtEnd[row] = equalAtEnd(day, slots);
  return true;
}

function mayBeStuck(day: Float64Array, slots: number): boolean {
  for (let slot = 0; slot + STEP < slots; slot += STEP) if (day[slot] === day[slot + STEP]) return true;
  return slots === HOURS && day[HOURS - STEP] === day[HOURS - 1];
}

/** How many equal values, five at most, the array ends with; 0 where they are 0 or absent. */
function equalAtEnd(day: Float64Array, slots: number): number {
  const last = day[slots - 1]!;
  if (last !== last || last === 0) return 0;
  let equal = 1;
  while (equal < 5 && equal < slots && day[slots - 1 - equal] === last) equal++;
  return equal;
}
