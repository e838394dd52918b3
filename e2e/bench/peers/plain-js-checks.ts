import { asyncBufferFromFile, parquetMetadataAsync, parquetRead } from 'hyparquet';
import type { ReadMeter } from './plain-js-read';
import { MISSING, SPLIT, type UnfoldedSeries } from './plain-js-unfold';

/** The ledger: what is shown and what is set aside must be what was read. @throws Error otherwise */
export function holdToLedger(
  { energy, quality }: UnfoldedSeries,
  read: ReadMeter,
  set_aside: { values: number; energy: number },
): void {
  let [sum, values, parts] = [0, 0, 0];
  for (let index = 0; index < energy.length; index++) {
    if (quality[index] === MISSING) continue;
    sum += energy[index]!;
    if (quality[index] === SPLIT) parts += 1;
    else values += 1;
  }
  const isSame = BigInt(sum + set_aside.energy) === read.energy;
  if (!isSame || values + parts / 2 + set_aside.values !== read.values) throw new Error('energy was lost');
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
