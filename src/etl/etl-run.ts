import { AppError } from '../domain/app-error';
import { localCalendar, standardOffsetMinutes } from '../domain/local-time';
import { fileChoice } from '../domain/policy';
import type { Policies } from '../domain/policy';
import { activeRules } from '../domain/rules';
import type { Connection, SmallTable } from '../engine/engine';
import { MODELS, modelsBehind, modelsToRun } from './models';
import type { Root } from './model';
import { writeSeriesMeaning } from './series-meaning';
import { sortStaged } from './sort-staged';
import calendarRange from './sql/intermediate/calendar_range.sql?raw';
import ledgerDifference from './sql/checks/ledger_difference.sql?raw';

const DAY = 86_400_000;
/** The only large table. */
const STORED_ROWS = 'stored_row';

/** A source file as the ETL knows it: what the analytical table and the ledger name it by. */
export interface SourceFile {
  source_id: number;
  source_file: string;
}

export interface RunOptions {
  signal?: AbortSignal;
  /** Called before each model with how many are done. */
  onModel?: (name: string, done: number, total: number) => void;
  /** Makes the run a trial: called before and after the models, inside the transaction, which is then rolled back. */
  onTrial?: { before: () => Promise<void>; after: () => Promise<void> };
  /** Runs this model and what it reads, and nothing else: then there is no ledger to check. */
  only?: string;
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
  if (isStaged) await sortStaged(connection, options.signal);
  await connection.begin();
  try {
    await options.onTrial?.before();
    if (isStaged) await takeStaged(connection);
    await writeInputs(connection, sources, policies, options.today ?? Date.now());
    const models = options.only === undefined ? modelsToRun(changed) : modelsBehind(options.only);
    let calendarReady = !changed.includes('local_calendar') && !changed.includes('staged_rows');
    let meaningReady = false;
    for (const [index, model] of models.entries()) {
      options.signal?.throwIfAborted();
      options.onModel?.(model.name, index, models.length);
      if (!calendarReady && model.inputs.includes('local_calendar')) {
        await writeCalendar(connection, policies.zone);
        calendarReady = true;
      }
      if (!meaningReady && model.inputs.includes('policy.meaning')) {
        await writeSeriesMeaning(connection, policies);
        meaningReady = true;
      }
      await connection.materialize(model.kind, model.name, model.sql, withSignal(options.signal));
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

/** The staged rows become those that the models read, in place: others see the old ones until the end. */
async function takeStaged(connection: Connection): Promise<void> {
  await connection.dropTable(STORED_ROWS);
  await connection.renameTable('staged_row', STORED_ROWS);
}

/** Gives the memory of everything that is open back. The views stay, and are bound anew by the next run. */
export async function dropModels(connection: Connection): Promise<void> {
  await connection.dropTable(STORED_ROWS);
  for (const model of MODELS) if (model.kind === 'table') await connection.dropTable(model.name);
}

async function writeInputs(
  connection: Connection,
  sources: readonly SourceFile[],
  policies: Policies,
  today: number,
): Promise<void> {
  await connection.createSmallTable('source_file', {
    columns: [
      { name: 'source_id', type: 'integer' },
      { name: 'source_file', type: 'varchar' },
    ],
    rows: sources.map((source) => [source.source_id, source.source_file]),
  });
  await connection.createSmallTable('source_policy', sourcePolicyTable(sources, policies));
  await connection.createSmallTable('policy', {
    columns: [
      { name: 'duplicates', type: 'varchar' },
      { name: 'assumed_fuel', type: 'varchar' },
      { name: 'assumed_channel', type: 'varchar' },
      { name: 'assumed_unit', type: 'varchar' },
      { name: 'estimate', type: 'varchar' },
    ],
    rows: [
      [
        policies.duplicates,
        policies.assumedFuel,
        policies.assumedChannel,
        policies.assumedUnit,
        policies.estimate,
      ],
    ],
  });
  await connection.createSmallTable('series_setting', {
    columns: [
      { name: 'series_key', type: 'varchar' },
      { name: 'fuel', type: 'varchar' },
      { name: 'channel', type: 'varchar' },
      { name: 'unit', type: 'varchar' },
      { name: 'capacity_kw', type: 'double' },
    ],
    rows: Object.entries(policies.seriesSettings).map(([key, { fuel, channel, unit, capacityKw }]) => [
      key,
      fuel ?? null,
      channel ?? null,
      unit ?? null,
      capacityKw ?? null,
    ]),
  });
  await writeRules(connection, policies, today);
}

async function writeRules(connection: Connection, policies: Policies, today: number): Promise<void> {
  await connection.createSmallTable('rule_setting', {
    columns: [
      { name: 'rule', type: 'varchar' },
      { name: 'threshold', type: 'double' },
    ],
    rows: activeRules(policies.ruleThresholds).map(({ rule, threshold }) => [rule, threshold]),
  });
  await connection.createSmallTable('run_clock', {
    columns: [{ name: 'run_date', type: 'date' }],
    rows: [[Math.floor(today / DAY) * DAY]],
  });
}

/** What the person chose for each file, as the table that the judgement joins. */
function sourcePolicyTable(sources: readonly SourceFile[], policies: Policies): SmallTable {
  return {
    columns: [
      { name: 'source_id', type: 'integer' },
      { name: 'convention', type: 'varchar' },
      { name: 'clock_offset_minutes', type: 'integer' },
    ],
    rows: sources.map((source) => {
      const { convention, clockOffsetMinutes } = fileChoice(policies, source.source_file);
      return [source.source_id, convention, clockOffsetMinutes];
    }),
  };
}

async function writeCalendar(connection: Connection, zone: string): Promise<void> {
  const [range] = await connection.query<{ first_date: number | null; last_date: number | null }>(
    calendarRange,
  );
  const first = range?.first_date ?? 0;
  const last = range?.last_date ?? 0;
  await connection.createSmallTable('local_calendar', calendarTable(zone, first, last));
  await connection.createSmallTable('zone_standard', {
    columns: [{ name: 'offset_minutes', type: 'integer' }],
    rows: [[standardOffsetMinutes(zone, (first + last) / 2)]],
  });
}

/** The local calendar as the table that the models join: one row per local date. */
export function calendarTable(zone: string, firstDate: number, lastDate: number): SmallTable {
  return {
    columns: [
      { name: 'local_date', type: 'date' },
      { name: 'start_utc', type: 'timestamp' },
      { name: 'day_minutes', type: 'integer' },
      { name: 'offset_before_minutes', type: 'integer' },
      { name: 'offset_after_minutes', type: 'integer' },
      { name: 'start_local_minute', type: 'integer' },
      { name: 'transition_elapsed_minutes', type: 'integer' },
      { name: 'shift_start_minute', type: 'integer' },
      { name: 'shift_minutes', type: 'integer' },
    ],
    rows: localCalendar(zone, Math.floor(firstDate / DAY) * DAY, lastDate).map((day) => [
      day.localDate,
      day.startUtc,
      day.dayMinutes,
      day.offsetBeforeMinutes,
      day.offsetAfterMinutes,
      day.startLocalMinute,
      day.transitionElapsedMinutes,
      day.shiftStartMinute,
      day.shiftMinutes,
    ]),
  };
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
