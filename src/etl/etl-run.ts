import { AppError } from '../domain/app-error';
import type { Policies } from '../domain/policy';
import type { Connection } from '../engine/engine';
import { EMPTY_TABLES } from './empty-tables';
import { LateInputs, writeInputs } from './run-inputs';
import type { SourceFile } from './run-inputs';
import { MODELS, modelsBehind, modelsToRun } from './models';
import type { Model, Root } from './model';
import { mergeStaged, sortStaged } from './sort-staged';
import knownView from './sql/checks/known_view.sql?raw';
import ledgerDifference from './sql/checks/ledger_difference.sql?raw';

/** The only large table. */
const STORED_ROWS = 'stored_row';

export interface RunOptions {
  signal?: AbortSignal;
  /** Called before each model with how many are done. */
  onModel?: (name: string, done: number, total: number) => void;
  /** Makes the run a trial: called before and after the models, inside the transaction, which is then rolled back. */
  onTrial?: { before: () => Promise<void>; after: () => Promise<void> };
  /** Runs this model and what it reads, and nothing else: then there is no ledger to check. */
  only?: string;
  /** What is staged comes on top of what is open, as staging began; without it the ledger would not balance. */
  keepOpen?: boolean;
  /** The day that counts as today, milliseconds since the epoch; the machine's own unless given. */
  today?: number;
}

/**
 * Runs the models that the changed roots make stale, in one transaction: other
 * connections see the old data until everything, the ledger included, is right.
 * Fails (and changes nothing) when a model fails, the zone is unknown, the
 * ledger does not balance, or the signal aborts.
 * @throws AppError LEDGER_DIFFERENCE, UNKNOWN_ZONE, OUT_OF_MEMORY, QUERY_FAILED
 */
export async function runEtl(
  connection: Connection,
  sources: readonly SourceFile[],
  policies: Policies,
  changed: readonly Root[],
  options: RunOptions = {},
): Promise<void> {
  const isStaged = changed.includes('staged_rows');
  if (isStaged) await (options.keepOpen ? mergeStaged : sortStaged)(connection, options.signal);
  await connection.begin();
  try {
    await options.onTrial?.before();
    if (isStaged) await takeStaged(connection);
    await writeInputs(connection, sources, policies, options.today ?? Date.now());
    const models = options.only === undefined ? modelsToRun(changed) : modelsBehind(options.only);
    const inputs = new LateInputs(connection, policies, changed);
    const views = await knownViews(connection);
    for (const [index, model] of models.entries()) {
      options.signal?.throwIfAborted();
      options.onModel?.(model.name, index, models.length);
      await inputs.writeFor(model);
      if (views.has(model.name)) continue;
      if (model.neededFor && !(await inputs.have(model.neededFor)))
        await connection.createTable(model.name, EMPTY_TABLES[model.name]!);
      else await makeModel(connection, model, options.signal);
    }
    if (options.only === undefined) await checkLedger(connection);
    if (options.onTrial) {
      await options.onTrial.after();
      await connection.rollback();
      return;
    }
    await connection.commit();
  } catch (thrown) {
    await connection.rollback();
    throw thrown;
  }
}

async function makeModel(connection: Connection, model: Model, signal?: AbortSignal): Promise<void> {
  await connection.materialize(model.kind, model.name, model.sql, withSignal(signal));
  if (!model.marks) return;
  await connection.assign(STORED_ROWS, model.marks.column, model.marks.sql, withSignal(signal));
}

/** A view names what it reads and holds nothing, so that one that is there need not be made again. */
async function knownViews(connection: Connection): Promise<ReadonlySet<string>> {
  const views = await connection.query<{ view_name: string }>(knownView);
  return new Set(views.map(({ view_name }) => view_name));
}

/** The staged rows become those that the models read, in place: others see the old ones until the end. */
async function takeStaged(connection: Connection): Promise<void> {
  await connection.dropTable(STORED_ROWS);
  await connection.renameTable('staged_row', STORED_ROWS);
}

/** Gives the memory of everything that is open back. The views stay, for the next run to use. */
export async function dropModels(connection: Connection): Promise<void> {
  await connection.dropTable(STORED_ROWS);
  for (const model of MODELS) if (model.kind === 'table') await connection.dropTable(model.name);
}

async function checkLedger(connection: Connection): Promise<void> {
  const differences = await connection.query<{ energy_difference: string }>(ledgerDifference);
  if (differences.length > 0) {
    throw new AppError('LEDGER_DIFFERENCE', {
      count: differences.length,
      cause: differences
        .map((line) => JSON.stringify(line))
        .slice(0, 5)
        .join('\n'),
    });
  }
}

function withSignal(signal: AbortSignal | undefined): { signal?: AbortSignal } {
  return signal ? { signal } : {};
}
