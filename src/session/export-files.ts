import { csvFormatRows } from 'd3-dsv';
import { AppError } from '../domain/app-error';
import type { ArrowConnection } from '../engine/engine';
import type { ParquetCodec } from '../parquet/parquet-codec';
import exportExpected from '../queries/export_expected.sql?raw';
import exportPlan from '../queries/export_plan.sql?raw';
import exportRows from '../queries/export_rows.sql?raw';
import { csvCells, csvHeader } from './csv-cells';
import type { Progress } from './progress';
import type { SavedExport } from './session-state';
import { verifyWritten } from './verify-export';
import type { ChannelTotal } from './verify-export';

/** Readings per query: enough to amortise it, few enough to sort in memory. */
const READINGS_PER_RUN = 500_000;
const ROW_GROUP_ROWS = 1_000_000;
const STEADY_COLUMNS = ['timestamp_utc', 'timestamp_local', 'local_date', 'source_row'];

/** A run of series, by their rank, and how many readings they have. */
interface SeriesRun {
  first_rank: number;
  last_rank: number;
  rows: number;
}

export interface ExportJob {
  connection: ArrowConnection;
  codec: ParquetCodec;
  baseName: string;
  metadata: Record<string, string>;
  progress: Progress;
  signal: AbortSignal;
}

/**
 * Writes the analytical table as Parquet, reads the written file back and holds
 * it to what it must contain.
 * @throws AppError EXPORT_MISMATCH when the file read back differs
 */
export async function exportParquet(job: ExportJob): Promise<{ blob: Blob; saved: SavedExport }> {
  const { runs, total, expected } = await plan(job);
  const writer = await job.codec.write({
    keyValueMetadata: job.metadata,
    rowGroupRows: ROW_GROUP_ROWS,
    steadyColumns: STEADY_COLUMNS,
  });
  let blob: Blob;
  try {
    let done = 0;
    for (const run of runs) {
      for await (const piece of stream(job, run)) await writer.append(piece);
      done += run.rows;
      job.progress.stage('writing', done, total);
    }
    blob = await writer.finish();
  } catch (thrown) {
    await writer.abort().catch(() => undefined);
    throw thrown;
  }
  const name = `${job.baseName}.readings.parquet`;
  const checks = await verifyWritten({ ...job, blob, name, expected, total });
  return {
    blob,
    saved: { name, format: 'parquet', bytes: blob.size, rows: total, energy: expected, checks },
  };
}

/**
 * Writes the analytical table as CSV (RFC 4180, UTF-8, ISO 8601 times).
 * @throws AppError EXPORT_MISMATCH when other than the expected rows were written
 */
export async function exportCsv(job: ExportJob): Promise<{ blob: Blob; saved: SavedExport }> {
  const { runs, total, expected } = await plan(job);
  const parts: BlobPart[] = [`${csvFormatRows([csvHeader()])}\n`];
  let written = 0;
  for (const run of runs) {
    for await (const piece of stream(job, run)) {
      const rows = csvCells(piece);
      if (rows.length > 0) parts.push(`${csvFormatRows(rows)}\n`);
      written += rows.length;
      job.progress.stage('writing', written, total);
    }
  }
  if (written !== total) throw new AppError('EXPORT_MISMATCH', { count: total - written });
  const blob = new Blob(parts, { type: 'text/csv' });
  const name = `${job.baseName}.readings.csv`;
  const checks = [`${written} rows written, as many as there are intervals`];
  return { blob, saved: { name, format: 'csv', bytes: blob.size, rows: written, energy: expected, checks } };
}

async function plan(job: ExportJob): Promise<{ runs: SeriesRun[]; total: number; expected: ChannelTotal[] }> {
  const { connection, signal } = job;
  const series = await connection.query<{ series_rank: number; row_count: number }>(exportPlan, { signal });
  const expected = await connection.query<ChannelTotal>(exportExpected, { signal });
  const runs: SeriesRun[] = [];
  for (const { series_rank, row_count } of series) {
    const last = runs.at(-1);
    if (last && last.rows + row_count <= READINGS_PER_RUN) {
      last.last_rank = series_rank;
      last.rows += row_count;
    } else {
      runs.push({ first_rank: series_rank, last_rank: series_rank, rows: row_count });
    }
  }
  // Without a series there is still a file to write: its columns, and no rows.
  if (runs.length === 0) runs.push({ first_rank: 0, last_rank: 0, rows: 0 });
  const total = series.reduce((sum, { row_count }) => sum + row_count, 0);
  job.progress.stage('writing', 0, total);
  return { runs, total, expected };
}

function stream(job: ExportJob, run: SeriesRun): AsyncIterable<Uint8Array> {
  const parameters = { first_rank: run.first_rank, last_rank: run.last_rank };
  return job.connection.stream(exportRows, { parameters, signal: job.signal });
}
