import { AppError } from '../../domain/app-error';
import type { ParquetCodec } from '../../parquet/parquet-codec';
import type { ExportFormat } from '../chosen-sql';
import type { Progress } from '../progress';
import type { SavedExport } from '../session-state';
import { shapeOf } from '../table-readers';
import { writeTable } from '../table-writers';

export interface StatementExport {
  pieces: AsyncIterable<Uint8Array>;
  codec: ParquetCodec;
  /** The file's name without its ending. */
  baseName: string;
  format: ExportFormat;
  metadata: Record<string, string>;
  progress: Progress;
}

/**
 * Writes all rows of a person's statement, reads the file back and compares rows and columns.
 * @throws AppError EXPORT_MISMATCH, QUERY_FAILED
 */
export async function exportStatement(job: StatementExport): Promise<{ blob: Blob; saved: SavedExport }> {
  const { codec, format, progress } = job;
  const onRows = (count: number) => progress.stage('writing', count, null);
  const { blob, rows, columns } = await writeTable({ ...job, onRows });
  progress.stage('verifying', 0, rows);
  const name = `${job.baseName}.${format}`;
  const wanted = JSON.stringify({ rows, columns });
  const found = JSON.stringify(await shapeOf(format, blob, name, codec));
  if (found !== wanted) {
    throw new AppError('EXPORT_MISMATCH', { file: name, cause: `expected ${wanted}, found ${found}` });
  }
  progress.stage('verifying', rows, rows);
  const checks = [
    `${rows.toLocaleString('en-GB')} rows read back, as many as the statement gave`,
    columnsCheck(columns),
  ];
  return { blob, saved: { name, format, bytes: blob.size, rows, energy: [], checks } };
}

/** `20 columns read back: client_id, ext_dev_ref, …` */
export function columnsCheck(columns: readonly string[]): string {
  return `${columns.length} columns read back: ${columns.slice(0, 8).join(', ')}${columns.length > 8 ? ', …' : ''}`;
}
