import { localCalendar, standardOffsetMinutes } from '../domain/local-time';
import { fileChoice } from '../domain/policy';
import type { Policies } from '../domain/policy';
import { activeRules } from '../domain/rules';
import type { Connection, SmallTable } from '../engine/engine';
import type { Model, Need, Root } from './model';
import { writeSeriesMeaning } from './series-meaning';
import type { Meanings } from './series-meaning';
import fixedClockCount from './sql/intermediate/fixed_clock_count.sql?raw';
import repeatCount from './sql/staging/repeat_count.sql?raw';
import calendarRange from './sql/intermediate/calendar_range.sql?raw';

const DAY = 86_400_000;

/** A source file as the ETL knows it: what the analytical table and the ledger name it by. */
export interface SourceFile {
  source_id: number;
  source_file: string;
}

/** Writes what every run starts from: the files, what the person chose, the rules. */
export async function writeInputs(
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

/** What can only be written once the first models have run, and what is then known of the run. */
export class LateInputs {
  private readonly connection: Connection;
  private readonly policies: Policies;
  private calendarReady: boolean;
  private meanings: Meanings | null = null;
  private fixedClocks: boolean | null = null;
  private repeats: boolean | null = null;

  constructor(connection: Connection, policies: Policies, changed: readonly Root[]) {
    this.connection = connection;
    this.policies = policies;
    this.calendarReady = !changed.includes('local_calendar') && !changed.includes('staged_rows');
  }

  /** Writes what the model reads and no model makes. */
  async writeFor(model: Model): Promise<void> {
    if (!this.calendarReady && model.inputs.includes('local_calendar')) {
      await writeCalendar(this.connection, this.policies.zone);
      this.calendarReady = true;
    }
    if (model.inputs.includes('policy.meaning')) await this.known();
  }

  /** Whether this run has what some models are needed for. */
  async have(need: Need): Promise<boolean> {
    if (need === 'estimates') return this.policies.estimate !== 'off';
    if (need === 'fixed_clock') return (this.fixedClocks ??= await hasFixedClocks(this.connection));
    if (need === 'repeats') return (this.repeats ??= await hasRepeats(this.connection));
    const meanings = await this.known();
    return meanings[need];
  }

  private async known(): Promise<Meanings> {
    return (this.meanings ??= await writeSeriesMeaning(this.connection, this.policies));
  }
}

async function hasFixedClocks(connection: Connection): Promise<boolean> {
  const [row] = await connection.query<{ files: number }>(fixedClockCount);
  return Number(row?.files) > 0;
}

async function hasRepeats(connection: Connection): Promise<boolean> {
  const [row] = await connection.query<{ row_count: number }>(repeatCount);
  return Number(row?.row_count) > 0;
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
