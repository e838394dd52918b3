import { AppError } from '../domain/app-error';
import type { ParquetCodec, ParquetInspection } from '../parquet/parquet-codec';
import { ColumnTotals } from './column-totals';
import type { ColumnTotal } from './column-totals';
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
  let isOpened = false;
  const batches = codec.read(blob, name, COLUMNS, file.signal, undefined, (inspection) => {
    checkFooter(inspection, file);
    isOpened = true;
  });
  const written = await sumWritten({ ...file, batches });
  if (!isOpened) throw mismatch(name, 'a footer', 'nothing');
  const wanted = inOrder(expected);
  const found = inOrder(written);
  if (wanted !== found) throw mismatch(name, wanted, found);
  return [
    `${total} rows read back, one per interval`,
    'energy read back equals the ledger, for each fuel, channel and unit',
    'timestamp_utc is marked as UTC, timestamp_local as local time',
  ];
}

function checkFooter({ rows, columns }: ParquetInspection, { name, total }: WrittenFile): void {
  if (rows !== total) throw mismatch(name, `${total} rows`, `${rows}`);
  for (const [column, type] of Object.entries(TIME_TYPES)) {
    const found = columns.find((candidate) => candidate.name === column)?.type ?? 'nothing';
    if (found !== type) throw mismatch(name, `${column}: ${type}`, found);
  }
}

interface WrittenBatches extends Pick<WrittenFile, 'progress' | 'signal' | 'total'> {
  /** The columns fuel, channel, energy and unit, or those of them that the file has. */
  batches: AsyncIterable<{ ipc: Uint8Array; rows: number }>;
}

/** What a file that was read back holds, for each fuel, channel and unit; null for one that the file leaves out. */
export async function sumWritten({
  batches,
  signal,
  progress,
  total,
}: WrittenBatches): Promise<ColumnTotal[]> {
  const totals = new ColumnTotals();
  let done = 0;
  for await (const { ipc, rows } of batches) {
    signal.throwIfAborted();
    totals.add(ipc);
    done += rows;
    progress.stage('verifying', done, total);
  }
  return totals.totals();
}

function inOrder(totals: readonly (ChannelTotal | ColumnTotal)[]): string {
  const lines = totals.map(({ fuel, channel, unit, row_count, value_count, energy }) =>
    JSON.stringify({ fuel, channel, unit, row_count, value_count, energy }),
  );
  return `[${lines.sort().join(',')}]`;
}

function mismatch(file: string, expected: string, found: string): AppError {
  return new AppError('EXPORT_MISMATCH', { file, cause: `expected ${expected}, found ${found}` });
}
