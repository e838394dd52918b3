import type { ArrowConnection } from '../engine/engine';
import { DATA_DICTIONARY } from '../etl/data-dictionary';
import type { ParquetCodec } from '../parquet/parquet-codec';
import exportDay from '../queries/export_day.sql?raw';
import exportExpected from '../queries/export_expected.sql?raw';
import { planExport } from './export-plan';
import type { ExportPlan, NamedSource } from './export-plan';
import type { Progress } from './progress';
import type { SavedExport } from './session-state';
import { verifyWritten } from './verify-export';
import type { ChannelTotal } from './verify-export';

/** Few enough that a reader finds one meter quickly, many enough for short dictionaries. */
const ROW_GROUP_ROWS = 250_000;

export interface ExportJob {
  connection: ArrowConnection;
  codec: ParquetCodec;
  /** All that are open. */
  sources: readonly NamedSource[];
  baseName: string;
  metadata: Record<string, string>;
  progress: Progress;
  signal: AbortSignal;
  /** The file that the person chose to write to; null gathers a Blob for the browser's downloads. */
  target: FileSystemFileHandle | null;
}

/**
 * Writes the analytical table as Parquet, reads the written file back and holds
 * it to what it must contain.
 * @throws AppError EXPORT_MISMATCH when the file read back differs
 */
export async function exportParquet(job: ExportJob): Promise<{ blob: Blob; saved: SavedExport }> {
  const { progress, signal } = job;
  progress.stage('writing', 0, null);
  const plan = await planExport(job.connection, job.sources, signal);
  const { blob, expected } = await writeParquet(job, plan);
  const name = job.target?.name ?? `${job.baseName}.readings.parquet`;
  const { total } = plan;
  const checks = await verifyWritten({ ...job, blob, name, expected, total });
  return {
    blob,
    saved: { name, format: 'parquet', bytes: blob.size, rows: total, energy: expected, checks },
  };
}

interface WrittenTable {
  blob: Blob;
  /** What the file must hold. */
  expected: ChannelTotal[];
}

async function writeParquet(job: ExportJob, { runs, codings, total }: ExportPlan): Promise<WrittenTable> {
  const { connection, progress, signal } = job;
  // The engine has the first days ready no sooner than the worker its writer.
  const opening = job.codec.writeFolded({
    keyValueMetadata: job.metadata,
    columns: DATA_DICTIONARY.map(({ name }) => name),
    codings,
    rows: total,
    rowGroupRows: ROW_GROUP_ROWS,
    target: job.target,
  });
  opening.catch(() => undefined);
  try {
    for (const { parameters } of runs) {
      for await (const piece of connection.stream(exportDay, { parameters, signal })) {
        const writer = await opening;
        await writer.append(piece);
        const { rows, bytes } = writer.written();
        progress.stage('writing', rows, total, bytes);
      }
    }
    const writer = await opening;
    // The engine has done its part by now, and the writer has not.
    const [blob, expected] = await Promise.all([
      writer.finish(),
      connection.query<ChannelTotal>(exportExpected, { signal }),
    ]);
    progress.stage('writing', total, total, blob.size);
    return { blob, expected };
  } catch (thrown) {
    await opening.then((writer) => writer.abort()).catch(() => undefined);
    throw thrown;
  }
}
