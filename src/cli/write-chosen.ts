import { openAsBlob } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../domain/app-error';
import type { NodeConnection } from '../engine/node-engine';
import { FileReader } from '../parquet/file-reader';
import { openFile } from '../parquet/open-file';
import type { ArrowBatch, ParquetCodec } from '../parquet/parquet-codec';
import { CHOSEN_EXPECTED_SQL, chosenParameters, chosenRowsSql } from '../session/chosen-sql';
import type { ExportChoice } from '../session/chosen-sql';
import type { Total } from '../session/export-totals';
import { Progress } from '../session/progress';
import { withSelection } from '../session/selection-note';
import { writeTable } from '../session/table-writers';
import type { WrittenPart } from '../session/table-writers';
import { verifyChosen } from '../session/verify-chosen';
import type { OutputChoice } from './export-arguments';

const EVERY_RANK = { first_rank: 0, last_rank: 2_147_483_647 };

export interface ChosenOutput {
  choice: OutputChoice;
  metadata: Record<string, string>;
  /** Where the file is written, and a place beside it for its rows as Parquet. */
  draft: string;
  rowsDraft: string;
  /** The name that messages use. */
  out: string;
}

/**
 * Writes all readings coarser than they are, or as CSV or Arrow, with the statement, the writers and the
 * checks of the page's export options; only the rows come from the native engine.
 * @returns how many rows were written
 * @throws AppError EXPORT_MISMATCH
 */
export async function writeChosen(connection: NodeConnection, output: ChosenOutput): Promise<number> {
  const { draft, rowsDraft, out } = output;
  const choice = wholeOf(output.choice);
  const metadata = withSelection(output.metadata, choice, null);
  const parameters = { ...EVERY_RANK, ...chosenParameters(choice) };
  const expected = await connection.query<Total & { interval_count: number }>(CHOSEN_EXPECTED_SQL, {
    parameters,
  });
  const isParquet = choice.format === 'parquet';
  const rowsPath = isParquet ? draft : rowsDraft;
  await connection.copyToParquet(chosenRowsSql(choice.resolution), rowsPath, metadata, parameters);
  const part = await partOf(await openAsBlob(rowsPath), { ...output, metadata });
  if (!isParquet) await writeFile(draft, part.blob.stream());
  const intervals = expected.reduce((sum, { interval_count }) => sum + interval_count, 0);
  if (choice.resolution === 'native' && part.rows !== intervals)
    throw new AppError('EXPORT_MISMATCH', { path: out, count: intervals - part.rows });
  await verifyChosen({
    codec: fileCodec,
    choice,
    blob: await openAsBlob(draft),
    name: basename(out),
    parts: [part],
    energy: expected.map(({ fuel, channel, unit, energy }) => ({ fuel, channel, unit, energy })),
    total: part.rows,
    progress: new Progress('export', basename(out), [], () => undefined),
    signal: new AbortController().signal,
  });
  return part.rows;
}

/** Every series and date, in the units and with the columns that there are, in one file. */
const wholeOf = ({ resolution, format }: OutputChoice): ExportChoice => ({
  seriesIds: null,
  period: null,
  resolution,
  unit: null,
  columns: null,
  format,
  byMonth: false,
});

async function partOf(rows: Blob, { choice, metadata, out }: ChosenOutput): Promise<WrittenPart> {
  const path = basename(out);
  const { columns: found, rows: rowCount } = await fileCodec.inspect(rows, path);
  const columns = found.map(({ name }) => name);
  if (choice.format === 'parquet') return { path, blob: rows, rows: rowCount, columns };
  const pieces = ipcOf(fileCodec.read(rows, path, columns, new AbortController().signal));
  const written = await writeTable({
    pieces,
    codec: fileCodec,
    format: choice.format,
    metadata,
    onRows: () => undefined,
  });
  return { ...written, path };
}

async function* ipcOf(batches: AsyncIterable<ArrowBatch>): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const { ipc } of batches) yield ipc;
}

async function* batchesOf(
  file: Blob,
  columns: readonly string[],
): AsyncGenerator<ArrowBatch, void, undefined> {
  const reader = await FileReader.open(file, columns);
  for (let batch = await reader.next(); batch !== null; batch = await reader.next()) yield batch;
}

/** The page's codec without its worker, for reading: the native engine writes Parquet itself. */
const fileCodec: ParquetCodec = {
  inspect: async (file) => {
    const { library, inspection } = await openFile(file);
    library.free();
    return inspection;
  },
  read: (file, _name, columns) => batchesOf(file, columns),
  sha256: () => Promise.reject(new Error('only inputs have a checksum')),
  write: () => Promise.reject(new Error('the native engine writes Parquet')),
  writeFolded: () => Promise.reject(new Error('the native engine writes Parquet')),
  prepare: () => undefined,
  close: () => undefined,
};
