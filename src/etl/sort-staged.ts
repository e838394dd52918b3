import type { Connection } from '../engine/engine';
import seriesRows from './sql/staging/series_rows.sql?raw';
import sortedRow from './sql/staging/sorted_row.sql?raw';
import stagedDisorder from './sql/staging/staged_disorder.sql?raw';

/** Rows that are sorted at once: sorting holds them in memory uncompressed, arrays and all. */
const ROWS_PER_PORTION = 100_000;
/** Stands for rows without a series, which come last. */
const NO_SERIES = 2_147_483_647;

/**
 * Brings the staged rows into the order of meter_day: series, then date. Most
 * files have it already, and are left as they are; the others are sorted some
 * series at a time, so that no more of them than that is ever unfolded from its
 * compressed form.
 */
export async function sortStaged(connection: Connection, signal?: AbortSignal): Promise<void> {
  const options = signal ? { signal } : {};
  const [disorder] = await connection.query<{ row_count: number }>(stagedDisorder, options);
  if (!disorder || disorder.row_count === 0) return;
  const series = await connection.query<{ series_id: number | null; row_count: number }>(seriesRows, options);
  let made = false;
  for (const [first, last] of portions(series)) {
    const parameters = { first_series: first, last_series: last };
    if (made) await connection.append('sorted_row', sortedRow, { ...options, parameters });
    else await connection.materialize('table', 'sorted_row', sortedRow, { ...options, parameters });
    made = true;
    await connection.compact();
  }
  await connection.dropTable('staged_row');
  await connection.renameTable('sorted_row', 'staged_row');
}

function portions(series: readonly { series_id: number | null; row_count: number }[]): [number, number][] {
  const found: [number, number][] = [];
  let rows = Infinity;
  for (const { series_id, row_count } of series) {
    const id = series_id ?? NO_SERIES;
    const open = found.at(-1);
    if (open && rows + row_count <= ROWS_PER_PORTION) {
      open[1] = id;
      rows += row_count;
    } else {
      found.push([id, id]);
      rows = row_count;
    }
  }
  return found;
}
