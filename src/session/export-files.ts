import type { ArrowConnection } from '../engine/engine';
import { DATA_DICTIONARY } from '../etl/data-dictionary';
import type { Coding, ParquetCodec, WriteOptions } from '../parquet/parquet-codec';
import { EXPORT_CODED_SQL } from './export-coded';
import { planExport } from './export-plan';
import type { ExportPlan } from './export-plan';
import type { Progress } from './progress';
import type { SavedExport } from './session-state';
import { verifyWritten } from './verify-export';

/** How the columns of the analytical table are best written; none of it changes what is read back. */
const PARQUET_FORM: Omit<WriteOptions, 'keyValueMetadata' | 'target'> = {
  rowGroupRows: 1_000_000,
  columns: DATA_DICTIONARY.map(({ name }) => name),
  steadyColumns: ['timestamp_utc', 'timestamp_local', 'local_date', 'source_row'],
  plainColumns: [
    'utc_offset_minutes',
    'interval_minutes',
    'local_hour',
    'iso_weekday',
    'local_month',
    'source_slot',
  ],
  unboundedColumns: ['fuel', 'channel', 'unit', 'quality', 'quality_rule', 'source_file'],
};

export interface ExportJob {
  connection: ArrowConnection;
  codec: ParquetCodec;
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
  const plan = await planExport(job.connection, signal);
  const blob = await writeParquet(job, plan);
  const name = job.target?.name ?? `${job.baseName}.readings.parquet`;
  const { expected, total } = plan;
  const checks = await verifyWritten({ ...job, blob, name, expected, total });
  return {
    blob,
    saved: { name, format: 'parquet', bytes: blob.size, rows: total, energy: expected, checks },
  };
}

async function writeParquet(job: ExportJob, { runs, total }: ExportPlan): Promise<Blob> {
  const { connection, progress, signal } = job;
  const writer = await job.codec.write({
    ...PARQUET_FORM,
    keyValueMetadata: job.metadata,
    target: job.target,
  });
  try {
    for (const { parameters, codings } of runs) {
      let fresh: Coding[] | undefined = codings;
      for await (const piece of connection.stream(EXPORT_CODED_SQL, { parameters, signal })) {
        await writer.append(piece, fresh);
        fresh = undefined;
        const { rows, bytes } = writer.written();
        progress.stage('writing', rows, total, bytes);
      }
    }
    const blob = await writer.finish();
    progress.stage('writing', total, total, blob.size);
    return blob;
  } catch (thrown) {
    await writer.abort().catch(() => undefined);
    throw thrown;
  }
}
