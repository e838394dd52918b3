import { AppError } from '../domain/app-error';
import type { ArrowConnection } from '../engine/engine';
import type { ParquetCodec } from '../parquet/parquet-codec';
import exportPlan from '../queries/export_plan.sql?raw';
import { CHOSEN_EXPECTED_SQL, chosenParameters, chosenRowsSql } from './chosen-sql';
import type { ExportChoice, Resolution } from './chosen-sql';
import { exportStatement } from './console/export-statement';
import type { Progress } from './progress';
import type { SavedExport } from './session-state';
import { sumWritten } from './verify-export';

/** Readings per query: what is sorted or aggregated at once stays small. */
const READINGS_PER_RUN = 2_000_000;
const EVERY_RANK = { first_rank: 0, last_rank: 2_147_483_647 };
const SUMMED_COLUMNS = ['fuel', 'channel', 'energy', 'unit'];

export interface ChosenExport {
  connection: ArrowConnection;
  codec: ParquetCodec;
  baseName: string;
  choice: ExportChoice;
  metadata: Record<string, string>;
  progress: Progress;
  signal: AbortSignal;
}

type ChosenTotal = SavedExport['energy'][number];

/**
 * Writes what a person chose, reads the file back and holds its rows, columns and energy to what the
 * readings themselves add up to. A CSV is held to its rows and columns only.
 * @throws AppError EXPORT_MISMATCH
 */
export async function exportChosen(job: ChosenExport): Promise<{ blob: Blob; saved: SavedExport }> {
  const { connection, choice, signal } = job;
  const parameters = { ...EVERY_RANK, ...chosenParameters(choice) };
  const expected = await connection.query<ChosenTotal>(CHOSEN_EXPECTED_SQL, { parameters, signal });
  const written = await exportStatement({ ...job, pieces: pieces(job), format: choice.format });
  const energy = expected.map(totalOf);
  if (choice.format === 'csv') return written;
  const found = await sumWritten({
    ...job,
    batches: job.codec.read(written.blob, written.saved.name, SUMMED_COLUMNS, signal),
    total: written.saved.rows,
  });
  if (!isSameEnergy(energy, found.map(totalOf), choice.resolution)) {
    throw new AppError('EXPORT_MISMATCH', {
      file: written.saved.name,
      cause: `expected ${JSON.stringify(energy)}, found ${JSON.stringify(found.map(totalOf))}`,
    });
  }
  const checks = [
    ...written.saved.checks,
    'energy read back equals the sum of the chosen readings, for each fuel, channel and unit',
  ];
  return { blob: written.blob, saved: { ...written.saved, energy, checks } };
}

/**
 * Readings as measured must agree to the last digit. The sum of a row is stored as a double, which holds
 * sixteen digits: aggregated rows must agree to twelve.
 */
export function isSameEnergy(
  expected: readonly ChosenTotal[],
  found: readonly ChosenTotal[],
  resolution: Resolution,
): boolean {
  if (resolution === 'native') return JSON.stringify(expected) === JSON.stringify(found);
  const name = ({ fuel, channel, unit }: ChosenTotal) => JSON.stringify([fuel, channel, unit]);
  return (
    expected.length === found.length &&
    expected.every((total, index) => {
      const other = found[index]!;
      const [wanted, read] = [Number(total.energy), Number(other.energy)];
      return name(total) === name(other) && Math.abs(wanted - read) <= 1e-9 + 1e-12 * Math.abs(wanted);
    })
  );
}

function totalOf({ fuel, channel, unit, energy }: ChosenTotal): ChosenTotal {
  return { fuel, channel, unit, energy };
}

async function* pieces({ connection, choice, signal }: ChosenExport): AsyncIterable<Uint8Array> {
  for (const ranks of await runsOf(connection, choice, signal)) {
    const parameters = { ...ranks, ...chosenParameters(choice) };
    yield* connection.stream(chosenRowsSql(choice.resolution), { parameters, signal });
  }
}

/** Neighbouring series whose readings together are few enough. Without any there is one run of nobody. */
async function runsOf(
  connection: ArrowConnection,
  { seriesIds }: ExportChoice,
  signal: AbortSignal,
): Promise<{ first_rank: number; last_rank: number }[]> {
  const planned = await connection.query<{ series_rank: number; series_id: number; row_count: number }>(
    exportPlan,
    { signal },
  );
  const chosen = seriesIds && new Set(seriesIds);
  const runs = [{ first_rank: 0, last_rank: 0 }];
  let rows = READINGS_PER_RUN;
  for (const { series_rank, series_id, row_count } of planned) {
    if (chosen && !chosen.has(series_id)) continue;
    if (rows + row_count > READINGS_PER_RUN) {
      runs.push({ first_rank: series_rank, last_rank: series_rank });
      rows = 0;
    }
    runs.at(-1)!.last_rank = series_rank;
    rows += row_count;
  }
  return runs.length > 1 ? runs.slice(1) : runs;
}
