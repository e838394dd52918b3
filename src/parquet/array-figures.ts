/** Figures of arrays of readings, worked out beside the engine: it would go over every array once for each of them. */

/** The arrays of a batch one behind the other: array `row` is `values[offsets[row]]` up to `values[offsets[row + 1]]`. */
export interface Arrays {
  values: ArrayLike<number> | Int64Values;
  /** Whether a value is there, one bit each, the least significant first; null where all are. */
  valueIsThere: Uint8Array | null;
  offsets: Int32Array;
  rows: number;
}

/** 64-bit whole numbers as their words, the low one first: a BigInt for each would take ten times as long. */
export interface Int64Values {
  words: Uint32Array;
  isSigned: boolean;
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
  equalAtStart: Int8Array;
  equalAtEnd: Int8Array;
}

/** Beyond it staging takes no value as it is. */
const LARGEST = 1e15;
const TWO_TO_32 = 2 ** 32;
/** Every third reading and the next of them: a run of six equal values covers two of them and what is between. */
const STEP = 3;
/** Equal values that are counted at the ends of an array: one less than a run. */
const MOST_AT_END = 5;

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
  const asTheyLie = 'words' in arrays.values || arrays.valueIsThere ? null : arrays.values;
  for (let row = 0; row < rows; row++) {
    const first = offsets[row]!;
    const slots = offsets[row + 1]! - first;
    const known = asTheyLie
      ? describe(asTheyLie, first, slots, 0, figures, row)
      : describe(day, 0, slots, copyDay(arrays, first, slots, day), figures, row);
    if (known) figures.isKnown[row >> 3]! |= 1 << (row & 7);
    else figures.unknown++;
  }
  return figures;
}

/** @returns how many of the slots have no value */
function copyDay({ values, valueIsThere }: Arrays, first: number, slots: number, day: Float64Array): number {
  if ('words' in values) copyInt64(values, first, slots, day);
  else for (let slot = 0; slot < slots; slot++) day[slot] = values[first + slot]!;
  if (!valueIsThere) return 0;
  let absent = 0;
  for (let slot = 0, at = first; slot < slots; slot++, at++) {
    if (valueIsThere[at >> 3]! & (1 << (at & 7))) continue;
    day[slot] = NaN;
    absent++;
  }
  return absent;
}

/** Rounds once, as a cast does. */
function copyInt64({ words, isSigned }: Int64Values, first: number, slots: number, day: Float64Array): void {
  for (let slot = 0, at = 2 * first; slot < slots; slot++, at += 2) {
    const high = words[at + 1]!;
    day[slot] = (isSigned ? high | 0 : high) * TWO_TO_32 + words[at]!;
  }
}

/** @returns false where the array has no value, or one that staging does not take as it is */
function describe(
  values: ArrayLike<number>,
  first: number,
  slots: number,
  absent: number,
  figures: ArrayFigures,
  row: number,
): boolean {
  const end = first + slots;
  const count = slots - absent;
  const usable = addUsable(values, first, end, figures, row);
  if (count === 0 || usable !== count) return false;
  figures.count[row] = count;
  const isZero = figures.highest[row] === 0 && figures.lowest[row] === 0;
  figures.mayBeStuck[row] = !isZero && mayBeStuck(values, first, end) ? 1 : 0;
  figures.equalAtStart[row] = equalFrom(values, first, 1, slots);
  figures.equalAtEnd[row] = equalFrom(values, end - 1, -1, slots);
  return true;
}

/** @returns how many values could be added up */
function addUsable(
  values: ArrayLike<number>,
  first: number,
  end: number,
  figures: ArrayFigures,
  row: number,
): number {
  let usable = 0;
  let total = 0;
  let lowest = Infinity;
  let highest = -Infinity;
  for (let at = first; at < end; at++) {
    const value = values[at]!;
    if (!(value < LARGEST && value > -LARGEST)) continue;
    usable++;
    total += value;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  figures.total[row] = total;
  figures.lowest[row] = lowest;
  figures.highest[row] = highest;
  return usable;
}

function mayBeStuck(values: ArrayLike<number>, first: number, end: number): boolean {
  for (let at = first; at + STEP < end; at += STEP) {
    const value = values[at];
    // The farthest first: it differs soonest.
    if (values[at + STEP] === value && values[at + 1] === value && values[at + 2] === value) return true;
  }
  return false;
}

/** How many equal values, five at most, stand at an end of the array; 0 where they are 0 or absent. */
function equalFrom(values: ArrayLike<number>, from: number, step: 1 | -1, slots: number): number {
  const value = values[from]!;
  if (value !== value || value === 0) return 0;
  const most = Math.min(MOST_AT_END, slots);
  let equal = 1;
  while (equal < most && values[from + equal * step] === value) equal++;
  return equal;
}
