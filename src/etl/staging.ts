import { AppError } from '../domain/app-error';
import type { NullKeyPolicy } from '../domain/policy';
import { TEXT_CODE } from '../domain/text-code';
import type { Connection, TableColumn } from '../engine/engine';
import { TEXT_COLUMNS } from './input-contract';
import keyGap from './sql/checks/key_gap.sql?raw';
import keyTrouble from './sql/checks/key_trouble.sql?raw';
import batchKey from './sql/staging/batch_key.sql?raw';
import batchText from './sql/staging/batch_text.sql?raw';
import restagedCount from './sql/staging/restaged_count.sql?raw';
import restagedFlag from './sql/staging/restaged_flag.sql?raw';
import restagedSeries from './sql/staging/restaged_series.sql?raw';
import seriesNew from './sql/staging/series_new.sql?raw';
import stagedCount from './sql/staging/staged_count.sql?raw';
import stagedFlag from './sql/staging/staged_flag.sql?raw';
import stagedRow from './sql/staging/staged_row.sql?raw';
import stagedTotal from './sql/staging/staged_total.sql?raw';

/** The name of the view under which a batch of source rows must stand, with the columns of the input contract. */
export const SOURCE_BATCH = 'source_batch';

const STAGED_SERIES: TableColumn[] = [
  { name: 'series_id', type: 'integer' },
  { name: 'client_id', type: 'varchar' },
  { name: 'ext_dev_ref', type: 'varchar' },
  { name: 'fuel', type: 'varchar' },
  { name: 'channel', type: 'varchar' },
  { name: 'unit', type: 'varchar' },
];

const STAGED_ROW: TableColumn[] = [
  { name: 'source_id', type: 'integer' },
  { name: 'source_row', type: 'integer' },
  { name: 'series_id', type: 'integer' },
  { name: 'local_date', type: 'date' },
  { name: 'resolution_minutes', type: 'integer' },
  { name: 'resolution_inferred', type: 'boolean' },
  { name: 'short_energy', type: 'smallint[]' },
  { name: 'whole_energy', type: 'integer[]' },
  { name: 'energy', type: 'double[]' },
  { name: 'slots', type: 'integer' },
  { name: 'value_count', type: 'integer' },
  { name: 'total', type: 'double' },
  { name: 'exact_total', type: 'decimal(38,9)' },
  { name: 'lowest', type: 'double' },
  { name: 'highest', type: 'double' },
  { name: 'values_refused', type: 'integer' },
  { name: 'is_whole', type: 'boolean' },
  { name: 'covers_day', type: 'boolean' },
  { name: 'may_be_stuck', type: 'boolean' },
  { name: 'first_value', type: 'double' },
  { name: 'equal_at_start', type: 'smallint' },
  { name: 'last_value', type: 'double' },
  { name: 'equal_at_end', type: 'smallint' },
  { name: 'refused_as', type: 'varchar' },
  { name: 'repeated_as', type: 'varchar' },
];

const BATCH_TEXT: TableColumn[] = [
  { name: TEXT_CODE, type: 'integer' },
  ...TEXT_COLUMNS.map((name) => ({ name, type: 'varchar' as const })),
  { name: 'has_dates', type: 'boolean' },
  { name: 'lacks_dates', type: 'boolean' },
];

const STAGED_FLAG: TableColumn[] = [
  { name: 'source_id', type: 'integer' },
  { name: 'source_row', type: 'integer' },
  { name: 'series_id', type: 'integer' },
  { name: 'local_date', type: 'date' },
  { name: 'flags', type: 'varchar' },
];

const STAGED_COUNT: TableColumn[] = [
  { name: 'source_id', type: 'integer' },
  { name: 'series_id', type: 'integer' },
  { name: 'row_count', type: 'bigint' },
  { name: 'value_count', type: 'bigint' },
  { name: 'energy', type: 'decimal(38,9)' },
];

/**
 * Prepares the staging tables: empty, or (`keepOpen`) filled with what is known of what is open, so that new files
 * come on top; the rows themselves join them when all are there (`mergeStaged`). Staging is not part of the run's
 * transaction: no view reads these tables, and memory is given back batch by batch.
 */
export async function beginStaging(connection: Connection, keepOpen: boolean): Promise<void> {
  await connection.createTable('staged_series', STAGED_SERIES);
  await connection.createTable('staged_row', STAGED_ROW);
  await connection.createTable('staged_count', STAGED_COUNT);
  await connection.createTable('staged_flag', STAGED_FLAG);
  if (!keepOpen) return;
  await connection.append('staged_series', restagedSeries);
  await connection.append('staged_count', restagedCount);
  await connection.append('staged_flag', restagedFlag);
}

export interface BatchPlace {
  sourceId: number;
  /** The file's row number, from 0, of the batch's first row. */
  firstRow: number;
  file: string;
  nullKeys: NullKeyPolicy;
  /** What the batch's text codes stand for, in the order of TEXT_COLUMNS. Rows that bear one lack no key. */
  texts?: readonly (readonly (string | null)[])[] | null;
  /** False where no row of the batch can bear flags. */
  hasFlags?: boolean;
}

/**
 * Takes the rows that stand under `source_batch` into the staging tables.
 * @throws AppError NULL_KEY when a row lacks client, meter or date and the policy is to refuse; NAME_TOO_LONG
 */
export async function stageBatch(
  connection: Connection,
  place: BatchPlace,
  signal?: AbortSignal,
): Promise<void> {
  const parameters = { source_id: place.sourceId, first_row: place.firstRow };
  const options = signal ? { parameters, signal } : { parameters };
  if (place.texts) {
    const rows = place.texts.map((texts, code) => [code, ...texts, true, false]);
    await connection.createSmallTable('batch_text', { columns: BATCH_TEXT, rows });
  } else {
    await connection.materialize('table', 'batch_text', batchText, signal ? { signal } : {});
    await refuseKeys(connection, place);
  }
  await connection.append('staged_series', seriesNew, options);
  await connection.materialize('table', 'batch_key', batchKey, options);
  await connection.append('staged_row', stagedRow, options);
  if (place.hasFlags !== false) await connection.append('staged_flag', stagedFlag, options);
}

interface KeyTrouble {
  null_key_rows: number;
  null_row: number | null;
  null_column: string | null;
  long_row: number | null;
  long_column: string | null;
}

async function refuseKeys(connection: Connection, { file, firstRow, nullKeys }: BatchPlace): Promise<void> {
  const [gap] = await connection.query<{ gap_count: number }>(keyGap);
  if (!gap || gap.gap_count === 0) return;
  const [found] = await connection.query<KeyTrouble>(keyTrouble, { parameters: { first_row: firstRow } });
  if (!found) return;
  const { long_row, long_column, null_key_rows, null_row, null_column } = found;
  if (long_row !== null && long_column !== null)
    throw new AppError('NAME_TOO_LONG', { file, row: long_row + 1, column: long_column });
  if (nullKeys !== 'refuse' || null_row === null || null_column === null) return;
  throw new AppError('NULL_KEY', { file, row: null_row + 1, column: null_column, count: null_key_rows });
}

/**
 * Counts a file that has been staged whole, for the ledger's read side, and checks it.
 * @param rows how many rows were handed over, where a row of the file is a row here
 * @throws AppError NO_ROWS, NO_VALUES, LEDGER_DIFFERENCE when a row got lost
 */
export async function checkStagedFile(
  connection: Connection,
  sourceId: number,
  file: string,
  rows?: number,
): Promise<void> {
  await connection.append('staged_count', stagedCount, { parameters: { source_id: sourceId } });
  const [total] = await connection.query<{ row_count: number; value_count: number }>(stagedTotal, {
    parameters: { source_id: sourceId },
  });
  if (!total || total.row_count === 0) throw new AppError('NO_ROWS', { file });
  if (rows !== undefined && total.row_count !== rows)
    throw new AppError('LEDGER_DIFFERENCE', { file, cause: `${rows} rows read, ${total.row_count} staged` });
  if (total.value_count === 0) throw new AppError('NO_VALUES', { file, count: total.row_count });
}

/** Gives the staging tables' memory back. */
export async function endStaging(connection: Connection): Promise<void> {
  for (const table of [
    'staged_series',
    'staged_row',
    'staged_count',
    'staged_flag',
    'batch_text',
    'batch_key',
    'sorted_row',
  ])
    await connection.dropTable(table);
}
