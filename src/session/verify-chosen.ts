import { AppError } from '../domain/app-error';
import type { ParquetCodec } from '../parquet/parquet-codec';
import type { ExportChoice } from './chosen-sql';
import { CsvTotals, foldTotals, isSameEnergy, SUMMED_COLUMNS } from './export-totals';
import type { Total } from './export-totals';
import type { Progress } from './progress';
import { readColumns, shapeOf } from './table-readers';
import { defused } from './table-writers';
import type { WrittenPart } from './table-writers';
import { sumWritten } from './verify-export';
import { unzipped } from './zip-file';
import type { ZipEntry } from './zip-file';

export interface ChosenFile {
  codec: ParquetCodec;
  choice: ExportChoice;
  /** The file that is to be handed over, and what it must hold. */
  blob: Blob;
  name: string;
  parts: readonly WrittenPart[];
  /** What the chosen readings add up to. */
  energy: readonly Total[];
  total: number;
  progress: Progress;
  signal: AbortSignal;
}

/**
 * Reads the finished file back, out of its zip where it is one, and holds each part to its rows and columns and
 * all of it to the energy of the chosen readings.
 * @returns what was found of the energy, in words
 * @throws AppError EXPORT_MISMATCH
 */
export async function verifyChosen(file: ChosenFile): Promise<string> {
  const { choice, energy, name } = file;
  const { columns } = file.parts[0]!;
  file.progress.stage('verifying', 0, file.total);
  const found = choice.format === 'csv' ? await csvTotals(file) : await tableTotals(file, choice.format);
  if (!columns.includes('energy')) return 'energy is not among the columns, so it was not compared';
  const written = choice.format === 'csv' ? energy.map(asInCsv) : energy;
  const wanted = foldTotals(written, columns);
  // The decimals of a CSV may be more than the nine that are compared.
  const isExact = choice.resolution === 'native' && choice.format !== 'csv';
  if (!isSameEnergy(wanted, foldTotals(found, columns), isExact)) {
    throw mismatch(name, JSON.stringify(wanted), JSON.stringify(found));
  }
  const isWhole = SUMMED_COLUMNS.every((column) => columns.includes(column));
  return `energy read back equals the sum of the chosen readings${isWhole ? ', for each fuel, channel and unit' : ''}`;
}

function asInCsv({ fuel, channel, unit, energy }: Total): Total {
  return { fuel: defused(fuel), channel: defused(channel), unit: defused(unit), energy };
}

async function csvTotals(file: ChosenFile): Promise<Total[]> {
  const totals = new CsvTotals();
  let done = 0;
  for await (const { part, blob } of entriesOf(file)) {
    expectShape(part, await totals.read(blob, file.signal));
    done += part.rows;
    file.progress.stage('verifying', done, file.total);
  }
  return totals.totals();
}

async function tableTotals(file: ChosenFile, format: 'parquet' | 'arrow'): Promise<Total[]> {
  const columns = SUMMED_COLUMNS.filter((column) => file.parts[0]!.columns.includes(column));
  const { codec, signal } = file;
  async function* batches() {
    for await (const { part, blob } of entriesOf(file)) {
      expectShape(part, await shapeOf(format, blob, part.path, codec));
      if (columns.length > 0) yield* readColumns(format, blob, part.path, columns, codec, signal);
    }
  }
  const found = await sumWritten({ ...file, batches: batches() });
  const text = (value: string | null) => value ?? '';
  return found.map(({ fuel, channel, unit, energy }) => ({
    fuel: text(fuel),
    channel: text(channel),
    unit: text(unit),
    energy,
  }));
}

/** Each written part beside what the finished file has in its place. */
async function* entriesOf(
  file: ChosenFile,
): AsyncGenerator<{ part: WrittenPart; blob: Blob }, void, undefined> {
  const { blob, name, parts } = file;
  if (!file.choice.byMonth) {
    yield { part: parts[0]!, blob };
    return;
  }
  let place = 0;
  for await (const entry of unzipped(blob)) {
    const part = parts[place];
    if (part) yield { part: partOf(part, entry), blob: entry.blob };
    place += 1;
  }
  if (place <= parts.length) throw mismatch(name, `${parts.length + 1} files`, `${place}`);
}

function partOf(part: WrittenPart, entry: ZipEntry): WrittenPart {
  if (part.path !== entry.path) throw mismatch(part.path, part.path, entry.path);
  return part;
}

function expectShape({ path, rows, columns }: WrittenPart, found: { rows: number; columns: string[] }): void {
  const wanted = JSON.stringify({ rows, columns });
  if (JSON.stringify(found) !== wanted) throw mismatch(path, wanted, JSON.stringify(found));
}

function mismatch(file: string, expected: string, found: string): AppError {
  return new AppError('EXPORT_MISMATCH', { file, cause: `expected ${expected}, found ${found}` });
}
