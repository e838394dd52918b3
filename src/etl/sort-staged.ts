import type { Connection } from '../engine/engine';
import mergedRow from './sql/staging/merged_row.sql?raw';
import mergedSeries from './sql/staging/merged_series.sql?raw';
import restagedRow from './sql/staging/restaged_row.sql?raw';
import seriesRows from './sql/staging/series_rows.sql?raw';
import sortedRow from './sql/staging/sorted_row.sql?raw';
import stagedDisorder from './sql/staging/staged_disorder.sql?raw';

/** Rows that are sorted at once: sorting holds them in memory uncompressed, arrays and all. */
const ROWS_PER_PORTION = 100_000;
/** Stands for rows without a series, which come last. */
const NO_SERIES = 2_147_483_647;

/** Some series that follow each other, and the select that has their rows in order. */
interface Portion {
  first: number;
  last: number;
  select: string;
}

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
  const series = await connection.query<SeriesRows>(seriesRows, options);
  await replaceStaged(
    connection,
    portions(series).map(({ first, last }) => ({ first, last, select: sortedRow })),
    signal,
  );
}

/**
 * Puts the rows that are open already among the staged ones, in the same order.
 * They are copied once and read from where they lie; where a portion gets no new
 * rows, it is in order.
 */
export async function mergeStaged(connection: Connection, signal?: AbortSignal): Promise<void> {
  const series = await connection.query<SeriesRows>(mergedSeries, signal ? { signal } : {});
  await replaceStaged(
    connection,
    portions(series).map(({ first, last, added }) => ({
      first,
      last,
      select: added > 0 ? mergedRow : restagedRow,
    })),
    signal,
  );
}

async function replaceStaged(
  connection: Connection,
  list: readonly Portion[],
  signal?: AbortSignal,
): Promise<void> {
  for (const [index, { first, last, select }] of list.entries()) {
    const parameters = { first_series: first, last_series: last };
    const options = signal ? { parameters, signal } : { parameters };
    if (index > 0) await connection.append('sorted_row', select, options);
    else await connection.materialize('table', 'sorted_row', select, options);
    await connection.compact();
  }
  await connection.dropTable('staged_row');
  await connection.renameTable('sorted_row', 'staged_row');
}

interface SeriesRows {
  series_id: number | null;
  row_count: number;
  /** How many of them are not open yet, where others are. */
  added_count?: number;
}

const idOf = ({ series_id }: SeriesRows): number => series_id ?? NO_SERIES;

function portions(series: readonly SeriesRows[]): { first: number; last: number; added: number }[] {
  const found: { first: number; last: number; added: number }[] = [];
  let rows = Infinity;
  for (const row of series) {
    const added = row.added_count ?? 0;
    const open = found.at(-1);
    if (open && rows + row.row_count <= ROWS_PER_PORTION) {
      open.last = idOf(row);
      open.added += added;
      rows += row.row_count;
    } else {
      found.push({ first: idOf(row), last: idOf(row), added });
      rows = row.row_count;
    }
  }
  return found;
}
