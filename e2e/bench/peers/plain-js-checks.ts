import { asyncBufferFromFile, parquetMetadataAsync, parquetRead } from 'hyparquet';
import type { FoldedDay, UnfoldedSeries } from './plain-js-unfold';

/** What was read of a meter, taken before it is unfolded. */
export interface ReadSide {
  rows: number;
  values: number;
  energy: bigint;
}

/** Counts what lies in the file. @throws Error when a date stands there twice */
export function readSide(days: readonly FoldedDay[]): ReadSide {
  const side = { rows: days.length, values: 0, energy: 0n };
  const dates = new Set<number>();
  for (const { date, values } of days) {
    if (dates.has(date)) throw new Error('a date stands there twice');
    dates.add(date);
    for (const value of values) {
      if (value === null) continue;
      side.values += 1;
      side.energy += value;
    }
  }
  return side;
}

/** The ledger: what is shown must be what was read. @throws Error otherwise */
export function holdToLedger({ energy, quality }: UnfoldedSeries, read: ReadSide): void {
  let [sum, values, parts] = [0, 0, 0];
  for (let index = 0; index < energy.length; index++) {
    if (quality[index] === 2) continue;
    sum += energy[index]!;
    if (quality[index] === 1) parts += 1;
    else values += 1;
  }
  if (BigInt(sum) !== read.energy || values + parts / 2 !== read.values) throw new Error('energy was lost');
}

/** How many readings the rules that look at every reading point at: spikes, negatives, equal values, zeros. */
export function doubts({ energy }: UnfoldedSeries): number {
  let [sum, known, found, run] = [0, 0, 0, 0];
  for (const value of energy) {
    if (Number.isNaN(value)) continue;
    sum += value;
    known += 1;
  }
  const mean = sum / known;
  for (let index = 0; index < energy.length; index++) {
    const value = energy[index]!;
    run = index > 0 && value === energy[index - 1] ? run + 1 : 1;
    if (value > 10 * mean || value < 0 || (run === 6 && value > mean / 10) || (run === 3 && value === 0))
      found++;
  }
  return found;
}

/** Reads what was written back, as the page does: rows and energy for each fuel, channel and unit. */
export async function readBack(path: string): Promise<Map<string, { rows: number; energy: number }>> {
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file);
  const totals = new Map<string, { rows: number; energy: number }>();
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows);
    const columns: Record<string, ArrayLike<unknown>> = {};
    await parquetRead({
      file,
      metadata,
      rowStart,
      rowEnd,
      columns: ['fuel', 'channel', 'unit', 'energy'],
      onChunk: ({ columnName, columnData, rowStart: from }) => {
        const whole = (columns[columnName] ??= new Array<unknown>(rowEnd - rowStart)) as unknown[];
        for (let row = 0; row < columnData.length; row++) whole[from - rowStart + row] = columnData[row];
      },
    });
    addUp(totals, columns, rowEnd - rowStart);
    rowStart = rowEnd;
  }
  return totals;
}

function addUp(
  totals: Map<string, { rows: number; energy: number }>,
  { fuel, channel, unit, energy }: Record<string, ArrayLike<unknown>>,
  rows: number,
): void {
  for (let row = 0; row < rows; row++) {
    const key = `${String(fuel![row])}/${String(channel![row])}/${String(unit![row])}`;
    let total = totals.get(key);
    if (!total) totals.set(key, (total = { rows: 0, energy: 0 }));
    total.rows += 1;
    const value = energy![row] as number | null;
    if (value !== null) total.energy += value;
  }
}
