import { mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { AppError } from '../domain/app-error';
import type { NodeConnection } from '../engine/node-engine';
import exportExpected from '../queries/export_expected.sql?raw';
import exportRows from '../queries/export_rows.sql?raw';
import writtenPart from '../queries/written_part.sql?raw';
import writtenTotal from '../queries/written_total.sql?raw';
import writtenRows from './sql/written_rows.sql?raw';
import writtenTypes from './sql/written_types.sql?raw';

const EVERY_SERIES = { first_rank: 0, last_rank: 2_147_483_647 };
const TIME_TYPES: Record<string, string> = {
  timestamp_utc: 'TIMESTAMP WITH TIME ZONE',
  timestamp_local: 'TIMESTAMP',
};

/**
 * Writes the analytical table beside its place, reads it back, checks it, and
 * only then moves it there: a failure leaves no half-written output.
 * @throws AppError OUTPUT_IS_INPUT, OUTPUT_UNWRITABLE, EXPORT_MISMATCH
 */
export async function writeOutput(
  connection: NodeConnection,
  out: string,
  metadata: Record<string, string>,
): Promise<void> {
  let room: string;
  try {
    room = await mkdtemp(join(dirname(resolve(out)), '.meterfold-'));
  } catch (thrown) {
    throw new AppError('OUTPUT_UNWRITABLE', { path: out, cause: String(thrown) });
  }
  try {
    const draft = join(room, 'draft.parquet');
    await connection.copyToParquet(exportRows, draft, metadata, EVERY_SERIES);
    await verify(connection, draft, out);
    await rename(draft, out).catch((thrown: unknown) => {
      throw new AppError('OUTPUT_UNWRITABLE', { path: out, cause: String(thrown) });
    });
  } finally {
    await rm(room, { recursive: true, force: true });
  }
}

/** Refuses an output that is one of the inputs, by whatever path or link it is named. */
export async function refuseOverwrite(inputs: readonly string[], out: string): Promise<void> {
  const target = await stat(out).catch(() => null);
  for (const input of inputs) {
    const source = await stat(input).catch(() => null);
    const same = target && source && target.ino === source.ino && target.dev === source.dev;
    if (same || resolve(input) === resolve(out)) throw new AppError('OUTPUT_IS_INPUT', { path: out });
  }
  if (target?.isDirectory())
    throw new AppError('OUTPUT_UNWRITABLE', { path: out, cause: 'it is a directory' });
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
