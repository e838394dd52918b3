import { AppError } from '../domain/app-error';
import type { ArrowConnection } from '../engine/engine';
import type { ParquetCodec } from '../parquet/parquet-codec';
import exportPlan from '../queries/export_plan.sql?raw';
import type { Period } from '../queries/period';
import { chosenParts } from './chosen-parts';
import { CHOSEN_EXPECTED_SQL, chosenParameters, chosenRowsSql } from './chosen-sql';
import type { ExportChoice } from './chosen-sql';
import { columnsCheck } from './console/export-statement';
import type { Total } from './export-totals';
import type { Progress } from './progress';
import type { SavedExport } from './session-state';
import { writeTable } from './table-writers';
import type { WrittenPart } from './table-writers';
import { verifyChosen } from './verify-chosen';
import { zipOf } from './zip-file';

/** Readings per query: what is sorted or aggregated at once stays small. */
const READINGS_PER_RUN = 2_000_000;
const EVERY_RANK = { first_rank: 0, last_rank: 2_147_483_647 };
/** What a zip says of its files once, instead of each of them. */
const TOLD_ONCE = ['meterfold.sql', 'meterfold.data_dictionary'];

export interface ChosenExport {
  connection: ArrowConnection;
  codec: ParquetCodec;
  /** The file's name without its ending. */
  baseName: string;
  choice: ExportChoice;
  /** The local dates that the open data has, last included. */
  dates: { first: number; last: number };
  metadata: Record<string, string>;
  progress: Progress;
  signal: AbortSignal;
  /** The file that the person chose to write to; null gathers a Blob. Only for one Parquet file. */
  target: FileSystemFileHandle | null;
}

/** Neighbouring series in the order of the analytical table. */
interface Run {
  first_rank: number;
  last_rank: number;
}

type ExpectedTotal = Total & { interval_count: number };

/**
 * Writes what a person chose, as one file or as one for each month in a zip, reads all of it back and holds
 * its rows, columns and energy to what the readings themselves add up to.
 * @throws AppError EXPORT_MISMATCH, ZIP_TOO_LARGE
 */
export async function exportChosen(job: ChosenExport): Promise<{ blob: Blob; saved: SavedExport }> {
  const { connection, choice, signal } = job;
  const parameters = { ...EVERY_RANK, ...chosenParameters(choice) };
  const expected = await connection.query<ExpectedTotal>(CHOSEN_EXPECTED_SQL, { parameters, signal });
  const intervals = expected.reduce((sum, { interval_count }) => sum + interval_count, 0);
  const parts = await writeParts(job, choice.resolution === 'native' ? intervals : null);
  const blob = choice.byMonth ? await zipped(job, parts) : parts[0]!.blob;
  const name = job.target?.name ?? `${job.baseName}.${choice.byMonth ? 'by-month.zip' : choice.format}`;
  const energy = expected.map(({ fuel, channel, unit, energy: sum }) => ({
    fuel,
    channel,
    unit,
    energy: sum,
  }));
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  if (choice.resolution === 'native' && rows !== intervals) {
    throw new AppError('EXPORT_MISMATCH', { file: name, count: intervals - rows });
  }
  const energyCheck = await verifyChosen({ ...job, blob, name, parts, energy, total: rows });
  const files = choice.byMonth ? ` in ${parts.length} files of the zip` : '';
  const checks = [
    `${rows.toLocaleString('en-GB')} rows read back${files}, as many as were asked for`,
    columnsCheck(parts[0]!.columns),
    energyCheck,
  ];
  const { format } = choice;
  return { blob, saved: { name, format, bytes: blob.size, rows, energy, checks } };
}

/** One file, or one for each month that has rows. */
async function writeParts(job: ChosenExport, total: number | null): Promise<WrittenPart[]> {
  const { codec, choice, progress, baseName, target } = job;
  const { format, byMonth } = choice;
  const metadata = byMonth ? without(job.metadata, TOLD_ONCE) : job.metadata;
  const parts: WrittenPart[] = [];
  const planned = chosenParts(choice, job.dates);
  const runs = await runsOf(job, planned.length);
  let done = 0;
  for (const { month, period } of planned) {
    const path = month === null ? `${baseName}.${format}` : `month=${month}/${baseName}.${month}.${format}`;
    const onRows = (rows: number) => progress.stage('writing', done + rows, total);
    const written = await writeTable({
      codec,
      format,
      metadata,
      onRows,
      target,
      pieces: pieces(job, runs, period),
    });
    if (written.rows === 0 && byMonth) continue;
    parts.push({ ...written, path });
    done += written.rows;
  }
  if (parts.length === 0) throw new AppError('NO_ROWS', { file: baseName });
  return parts;
}

/** The files with a note of where they come from, which would otherwise stand in each of them. */
function zipped({ metadata, signal }: ChosenExport, parts: readonly WrittenPart[]): Promise<Blob> {
  const note = new Blob([`${JSON.stringify(metadata, null, 2)}\n`], { type: 'application/json' });
  const entries = [...parts, { path: 'meterfold.json', blob: note }];
  return zipOf(entries, { signal });
}

function without(record: Record<string, string>, keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}

async function* pieces(
  job: ChosenExport,
  runs: readonly Run[],
  period: Period | null,
): AsyncIterable<Uint8Array> {
  const { connection, signal } = job;
  const choice = { ...job.choice, period };
  const sql = chosenRowsSql(choice.resolution, choice.columns);
  for (const run of runs) {
    const parameters = { ...run, ...chosenParameters(choice) };
    yield* connection.stream(sql, { parameters, signal });
  }
}

/**
 * Neighbouring series whose readings together are few enough, each month of several having its share of
 * them. Without any series there is one run of nobody.
 */
async function runsOf({ connection, choice, signal }: ChosenExport, months: number): Promise<Run[]> {
  const planned = await connection.query<{ series_rank: number; series_id: number; row_count: number }>(
    exportPlan,
    { signal },
  );
  const chosen = choice.seriesIds && new Set(choice.seriesIds);
  const most = READINGS_PER_RUN * Math.max(1, months);
  const runs: Run[] = [{ first_rank: 0, last_rank: 0 }];
  let rows = most;
  for (const { series_rank, series_id, row_count } of planned) {
    if (chosen && !chosen.has(series_id)) continue;
    if (rows + row_count > most) {
      runs.push({ first_rank: series_rank, last_rank: series_rank });
      rows = 0;
    }
    runs.at(-1)!.last_rank = series_rank;
    rows += row_count;
  }
  return runs.length > 1 ? runs.slice(1) : runs;
}
