import { mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { AppError } from '../domain/app-error';
import type { NodeConnection } from '../engine/node-engine';
import exportExpected from '../queries/export_expected.sql?raw';
import exportRows from '../queries/export_rows.sql?raw';
import writtenPart from '../queries/written_part.sql?raw';
import writtenTotal from '../queries/written_total.sql?raw';
import writtenRows from './sql/written_rows.sql?raw';
import writtenTypes from './sql/written_types.sql?raw';
import type { OutputChoice } from './export-arguments';
import { writeChosen } from './write-chosen';

const EVERY_SERIES = { first_rank: 0, last_rank: 2_147_483_647 };
const TIME_TYPES: Record<string, string> = {
  timestamp_utc: 'TIMESTAMP WITH TIME ZONE',
  timestamp_local: 'TIMESTAMP',
};

/** The files that a run leaves: the readings, and the report where one is asked for. */
export interface Outputs {
  out: string;
  metadata: Record<string, string>;
  report: { path: string; text: string } | null;
  choice: OutputChoice;
}

/**
 * Writes the analytical table and the report beside their places, reads the table
 * back, checks it, and only then moves both there: a failure leaves neither.
 * @returns the rows of an output of chosen rows, null for the analytical table
 * @throws AppError OUTPUT_UNWRITABLE, EXPORT_MISMATCH
 */
export async function writeOutput(
  connection: NodeConnection,
  { out, metadata, report, choice }: Outputs,
): Promise<number | null> {
  const rooms: string[] = [];
  const draftFor = async (path: string): Promise<string> => {
    const room = await orUnwritable(path, mkdtemp(join(dirname(resolve(path)), '.meterfold-')));
    rooms.push(room);
    return join(room, 'draft');
  };
  try {
    const draft = await draftFor(out);
    const reportDraft = report ? await draftFor(report.path) : null;
    let rows: number | null = null;
    if (choice.resolution === 'native' && choice.format === 'parquet') {
      await connection.copyToParquet(exportRows, draft, metadata, EVERY_SERIES);
      await verify(connection, draft, out);
    } else {
      const rowsDraft = join(dirname(draft), 'rows');
      rows = await writeChosen(connection, { choice, metadata, draft, rowsDraft, out });
    }
    if (report && reportDraft !== null) {
      await orUnwritable(report.path, writeFile(reportDraft, report.text));
      await orUnwritable(report.path, rename(reportDraft, report.path));
    }
    await orUnwritable(out, rename(draft, out));
    return rows;
  } finally {
    for (const room of rooms) await rm(room, { recursive: true, force: true });
  }
}

async function orUnwritable<T>(path: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (thrown) {
    throw new AppError('OUTPUT_UNWRITABLE', { path, cause: String(thrown) });
  }
}

/**
 * Refuses an output that is one of the inputs, by whatever path or link it is named, or that another
 * output would replace.
 * @throws AppError OUTPUT_IS_INPUT, OUTPUT_UNWRITABLE
 */
export async function refuseOverwrite(inputs: readonly string[], outputs: readonly string[]): Promise<void> {
  for (const [index, output] of outputs.entries()) {
    const target = await stat(output).catch(() => null);
    if (target?.isDirectory())
      throw new AppError('OUTPUT_UNWRITABLE', { path: output, cause: 'it is a directory' });
    for (const taken of [...inputs, ...outputs.slice(0, index)]) {
      const other = await stat(taken).catch(() => null);
      const same = target && other && target.ino === other.ino && target.dev === other.dev;
      if (!same && resolve(taken) !== resolve(output)) continue;
      if (inputs.includes(taken)) throw new AppError('OUTPUT_IS_INPUT', { path: output });
      throw new AppError('OUTPUT_UNWRITABLE', { path: output, cause: 'it is named twice' });
    }
  }
}

async function verify(connection: NodeConnection, draft: string, out: string): Promise<void> {
  const parameters = { written_path: draft };
  const types = await connection.query<{ column_name: string; column_type: string }>(writtenTypes, {
    parameters,
  });
  for (const { column_name, column_type } of types) {
    if (TIME_TYPES[column_name] !== column_type) throw mismatch(out, `${column_name} is ${column_type}`);
  }
  await connection.materialize('view', 'written_batch', writtenRows);
  await connection.materialize('table', 'written_part', writtenPart, { parameters });
  const found = JSON.stringify(await connection.query(writtenTotal));
  const expected = JSON.stringify(await connection.query(exportExpected));
  if (found !== expected) throw mismatch(out, `expected ${expected}, found ${found}`);
}

function mismatch(path: string, cause: string): AppError {
  return new AppError('EXPORT_MISMATCH', { path, cause });
}
