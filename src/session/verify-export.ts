import { AppError } from '../domain/app-error';
import type { ArrowConnection } from '../engine/engine';
import type { ParquetCodec } from '../parquet/parquet-codec';
import writtenPart from '../queries/written_part.sql?raw';
import writtenTotal from '../queries/written_total.sql?raw';
import type { Progress } from './progress';

/** What a fuel × channel × unit comes to. Energy is exact decimal text. */
export interface ChannelTotal {
  fuel: string;
  channel: string;
  unit: string;
  row_count: number;
  value_count: number;
  energy: string;
}

interface WrittenFile {
  connection: ArrowConnection;
  codec: ParquetCodec;
  blob: Blob;
  name: string;
  expected: readonly ChannelTotal[];
  total: number;
  progress: Progress;
  signal: AbortSignal;
}

const COLUMNS = ['fuel', 'channel', 'unit', 'energy'];
const TIME_TYPES = { timestamp_utc: 'timestamp[us, UTC]', timestamp_local: 'timestamp[us]' };

/**
 * Reads a written file back and holds it to what it must contain.
 * @returns the checks that passed, in words
 * @throws AppError EXPORT_MISMATCH
 */
export async function verifyWritten(file: WrittenFile): Promise<string[]> {
  const { codec, blob, name, expected, total } = file;
  const inspection = await codec.inspect(blob, name);
  if (inspection.rows !== total) throw mismatch(name, `${total} rows`, `${inspection.rows}`);
  for (const [column, type] of Object.entries(TIME_TYPES)) {
    const found = inspection.columns.find((candidate) => candidate.name === column)?.type ?? 'nothing';
    if (found !== type) throw mismatch(name, `${column}: ${type}`, found);
  }
  const batches = codec.read(blob, name, COLUMNS, file.signal);
  const written = await sumWritten({ ...file, batches });
  const wanted = JSON.stringify(expected);
  const found = JSON.stringify(written);
  if (wanted !== found) throw mismatch(name, wanted, found);
  return [
    `${total} rows read back, one per interval`,
    'energy read back equals the ledger, for each fuel, channel and unit',
    'timestamp_utc is marked as UTC, timestamp_local as local time',
  ];
}

interface WrittenBatches extends Pick<WrittenFile, 'connection' | 'progress' | 'signal' | 'total'> {
  /** The columns fuel, channel, energy and unit, in this order; or those of them that `columns` names. */
  batches: AsyncIterable<{ ipc: Uint8Array; rows: number }>;
  columns?: readonly string[];
}

const SUMMED = ['fuel', 'channel', 'energy', 'unit'] as const;

/** What a file that was read back holds, for each fuel, channel and unit; null for one that the file leaves out. */
export async function sumWritten(file: WrittenBatches): Promise<ChannelTotal[]> {
  const { connection, batches, signal, progress, total, columns = SUMMED } = file;
  const absent = SUMMED.filter((name) => !columns.includes(name));
  const types = ['varchar', 'varchar', 'varchar', 'bigint', 'bigint', 'decimal(38,9)'] as const;
  const names = ['fuel', 'channel', 'unit', 'row_count', 'value_count', 'energy'];
  await connection.createTable(
    'written_part',
    names.map((column, index) => ({ name: column, type: types[index]! })),
  );
  let done = 0;
  try {
    for await (const batch of batches) {
      await connection.dropTable('written_arrow');
      await connection.insertArrow('written_arrow', batch.ipc, true);
      await connection.nameColumns('written_batch', 'written_arrow', columns, absent);
      await connection.append('written_part', writtenPart, { signal });
      done += batch.rows;
      progress.stage('verifying', done, total);
    }
    return await connection.query<ChannelTotal>(writtenTotal);
  } finally {
    await connection.dropTable('written_arrow').catch(() => undefined);
    await connection.dropTable('written_part').catch(() => undefined);
  }
}

function mismatch(file: string, expected: string, found: string): AppError {
  return new AppError('EXPORT_MISMATCH', { file, cause: `expected ${expected}, found ${found}` });
}
