import type { TableColumn } from './input-table';

/** Numbers of slots that a day has: hours, half hours, quarters and five minutes, plain or with room for a repeated hour. */
const SLOT_COUNTS: readonly number[] = [23, 24, 25, 46, 48, 50, 92, 96, 100, 276, 288, 300];

/** So many columns of one pattern are slots of a day, and not one fewer. */
const MANY = 20;

/** The length of a slot, from how many make a day. */
export function slotMinutes(count: number): number | null {
  if (count >= 23 && count <= 25) return 60;
  if (count >= 46 && count <= 50) return 30;
  if (count >= 92 && count <= 100) return 15;
  if (count >= 276 && count <= 300) return 5;
  return null;
}

/** The pattern of a slot's name: its number or time of day replaced by `#`. Null for a name without one. */
function patternOf(name: string): string | null {
  const bare = name.trim().toLowerCase();
  if (/^\d{1,2}[:.h]\d{2}([:.]\d{2})?(\s*[-–]\s*\d{1,2}[:.h]\d{2}([:.]\d{2})?)?$/.test(bare)) return 'clock';
  const numbered = /^(\D*?)(\d{1,3})(?:\s*[-–]\s*\d{1,3})?([ab]?)(\D*)$/.exec(bare);
  return numbered ? `${numbered[1]}#${numbered[4]}` : null;
}

const isSecondPass = (name: string): boolean => /\d\s*b$/i.test(name.trim());

/**
 * Finds the columns of a day's slots: numeric columns whose names follow one
 * pattern, as many as a day has slots. A column for the repeated hour (`3B`)
 * comes last, wherever it stands in the file.
 * @param isNumeric whether a column holds numbers
 * @returns their positions in the order of time, or null; `sure` when the number is one that days have and no other
 *   columns look the same
 */
export function findSlotColumns(
  columns: readonly TableColumn[],
  isNumeric: (position: number) => boolean,
): { positions: number[]; sure: boolean } | null {
  const groups = new Map<string, number[]>();
  columns.forEach(({ name }, position) => {
    const pattern = patternOf(name);
    if (pattern === null || !isNumeric(position)) return;
    groups.set(pattern, [...(groups.get(pattern) ?? []), position]);
  });
  const largest = [...groups.values()].reduce<number[]>(
    (best, each) => (each.length > best.length ? each : best),
    [],
  );
  const others = [...groups.values()].filter((each) => each !== largest && each.length >= MANY);
  if (largest.length >= MANY) {
    const found = ordered(columns, largest);
    // Slots of import beside slots of export: which ones are meant is not ours to say.
    return { ...found, sure: found.sure && others.length === 0 };
  }
  return unnamedSlots(columns, isNumeric);
}

/** Without a pattern in the names: an unbroken stretch of numeric columns, exactly as long as a day. */
function unnamedSlots(
  columns: readonly TableColumn[],
  isNumeric: (position: number) => boolean,
): { positions: number[]; sure: boolean } | null {
  let best: number[] = [];
  let stretch: number[] = [];
  columns.forEach((_, position) => {
    stretch = isNumeric(position) ? [...stretch, position] : [];
    if (stretch.length > best.length) best = stretch;
  });
  return SLOT_COUNTS.includes(best.length) ? { positions: best, sure: false } : null;
}

function ordered(columns: readonly TableColumn[], positions: readonly number[]) {
  const second = positions.filter((position) => isSecondPass(columns[position]!.name));
  const others = positions.filter((position) => !second.includes(position));
  const inTime = others.every(
    (position, index) =>
      index === 0 || numberOf(columns[position]!.name) > numberOf(columns[others[index - 1]!]!.name),
  );
  const sorted = inTime ? others : sortedByNumber(columns, others);
  const all = [...sorted, ...second];
  return { positions: all, sure: SLOT_COUNTS.includes(all.length) };
}

/** Numbers sort the columns, except for clock times that run to midnight: `00:00` at the end is 24:00. */
function sortedByNumber(columns: readonly TableColumn[], positions: readonly number[]): number[] {
  const numbers = positions.map((position) => numberOf(columns[position]!.name));
  if (
    numbers.at(-1) === 0 &&
    numbers.slice(0, -1).every((number, index) => index === 0 || number > numbers[index - 1]!)
  )
    return [...positions];
  return [...positions].sort((one, other) => numberOf(columns[one]!.name) - numberOf(columns[other]!.name));
}

function numberOf(name: string): number {
  const clock = /(\d{1,2})[:.h](\d{2})/.exec(name);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  return Number(/(\d{1,3})\D*$/.exec(name)?.[1] ?? 0);
}
