import { dateOf, type TrueInterval } from '../../src/cli/samples/vilnius-clock';
import type { Policies } from '../../src/domain/policy';
import type { Expectation, ExpectedReading, OddFile, SetAside, SetAsideReason } from './corpus-types';
import type { MeterRow } from './meter-file';

/** A row together with its fate, as the author of the file knows it. */
export interface LabelledRow {
  row: MeterRow;
  /** Why the whole row is set aside; absent when it counts. */
  aside?: SetAsideReason;
  /** Slots of a row that counts whose value is set aside, with the reason. */
  asideSlots?: Record<number, SetAsideReason>;
}

/** All true intervals of the local dates `first` to `last` of a zone. */
export type Clock = (first: number, last: number) => TrueInterval[];

export interface OddFileParts {
  name: string;
  fileName?: string;
  policies?: Partial<Policies>;
  rows(): readonly LabelledRow[];
  clock: Clock;
  make(rows: readonly MeterRow[]): Uint8Array | Promise<Uint8Array>;
}

/**
 * An odd file whose expected result is worked out from its labelled rows and a clock that
 * is known to be right. Nothing is worked out before it is asked for.
 */
export function oddFile(parts: OddFileParts): OddFile {
  const policies = parts.policies ?? {};
  const rows = once(parts.rows);
  const readings = once(() => expectedReadings(rows(), parts.clock, policies.convention));
  const expected = once(() => expectation(rows(), readings()));
  return {
    name: parts.name,
    fileName: parts.fileName ?? `${parts.name}.parquet`,
    policies,
    make: () => parts.make(rows().map(({ row }) => row)),
    get expect() {
      return expected();
    },
    readings,
  };
}

function once<T>(work: () => T): () => T {
  let done: { result: T } | undefined;
  return () => (done ??= { result: work() }).result;
}

function expectation(rows: readonly LabelledRow[], readings: readonly ExpectedReading[]): Expectation {
  const all = tally(rows.map(({ row }) => row.energy_consumption ?? []));
  return {
    rowsRead: rows.length,
    valuesRead: all.values,
    energyRead: all.energy,
    series: new Set(rows.filter(inSeries).map(({ row }) => seriesKey(row))).size,
    readings: readings.length,
    missing: readings.filter((reading) => reading.quality === 'missing').length,
    split: readings.filter((reading) => reading.quality === 'split').length,
    energyOut: exact(readings.reduce((sum, reading) => sum + (reading.energy ?? 0), 0)),
    setAside: setAside(rows),
  };
}

function setAside(rows: readonly LabelledRow[]): Partial<Record<SetAsideReason, SetAside>> {
  const totals: Partial<Record<SetAsideReason, SetAside>> = {};
  const add = (reason: SetAsideReason, part: SetAside) => {
    const before = totals[reason] ?? { rows: 0, values: 0, energy: 0 };
    totals[reason] = {
      rows: before.rows + part.rows,
      values: before.values + part.values,
      energy: exact(before.energy + part.energy),
    };
  };
  for (const { row, aside, asideSlots } of rows) {
    if (aside) add(aside, tally([row.energy_consumption ?? []], 1));
    for (const [slot, reason] of Object.entries(asideSlots ?? {})) {
      add(reason, tally([[row.energy_consumption?.[Number(slot)] ?? null]]));
    }
  }
  return totals;
}

function tally(lists: readonly (readonly (number | null)[])[], rows = 0): SetAside {
  const values = lists.flat().filter((value) => value !== null);
  const energy = values.reduce((sum, value) => sum + (isEnergy(value) ? value : 0), 0);
  return { rows, values: values.length, energy: exact(energy) };
}

/** The readings of every series between its first and last date, with `missing` where nothing is known. */
export function expectedReadings(
  rows: readonly LabelledRow[],
  clock: Clock,
  convention: Policies['convention'] = 'auto',
): ExpectedReading[] {
  const bySeries = groupBy(rows.filter(inSeries), ({ row }) => seriesKey(row));
  const keys = [...bySeries.keys()].sort();
  return keys.flatMap((key) => {
    const labelled = bySeries.get(key) ?? [];
    const dates = labelled.map(({ row }) => row.date ?? 0);
    const kept = new Map(labelled.filter(({ aside }) => !aside).map((label) => [label.row.date, label]));
    const byDate = groupBy(clock(Math.min(...dates), Math.max(...dates)), (interval) =>
      dateOf(interval.local),
    );
    return [...byDate].flatMap(([date, intervals]) =>
      dayReadings(labelled[0]!.row, intervals, kept.get(date), convention),
    );
  });
}

function dayReadings(
  series: MeterRow,
  intervals: readonly TrueInterval[],
  label: LabelledRow | undefined,
  convention: Policies['convention'],
): ExpectedReading[] {
  const values = (label?.row.energy_consumption ?? []).map((value, slot) =>
    label?.asideSlots?.[slot] ? null : value,
  );
  const slots = intervals.map((interval, position) =>
    values.length === intervals.length ? position : wallClockSlot(interval),
  );
  const bySlot = groupBy([...slots.keys()], (position) => slots[position]);
  return intervals.map((interval, position) => {
    const passes = bySlot.get(slots[position]) ?? [];
    const part = passOf(passes.indexOf(position), passes.length, convention);
    const value = part === 'lost' ? null : (values[slots[position]!] ?? null);
    return {
      client_id: series.client_id ?? '',
      ext_dev_ref: series.ext_dev_ref ?? '',
      fuel: series.fuel ?? 'electricity',
      channel: series.channel ?? 'consumption',
      timestamp_utc: interval.utc,
      timestamp_local: interval.local,
      utc_offset_minutes: interval.offset_minutes,
      interval_minutes: interval.interval_minutes,
      energy: value === null ? null : part === 'shared' ? value / passes.length : value,
      quality: value === null ? 'missing' : part === 'shared' ? 'split' : 'measured',
    };
  });
}

function wallClockSlot(interval: TrueInterval): number {
  return (interval.local - dateOf(interval.local)) / 60_000 / interval.interval_minutes;
}

/** What one pass of a wall-clock slot gets of the slot's value. */
function passOf(
  pass: number,
  passes: number,
  convention: Policies['convention'],
): 'whole' | 'shared' | 'lost' {
  if (passes === 1) return 'whole';
  if (convention === 'wall-clock-first') return pass === 0 ? 'whole' : 'lost';
  if (convention === 'wall-clock-second') return pass === passes - 1 ? 'whole' : 'lost';
  return 'shared';
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Rows that stretch their series; a date beyond the years the ETL accepts, or no key, does not. */
function inSeries({ aside }: LabelledRow): boolean {
  return aside !== 'date_out_of_range' && aside !== 'null_key';
}

function seriesKey(row: MeterRow): string {
  return JSON.stringify([
    row.client_id,
    row.ext_dev_ref,
    row.fuel ?? 'electricity',
    row.channel ?? 'consumption',
  ]);
}

function isEnergy(value: number): boolean {
  return Math.abs(value) < 1e15;
}

/** Sums in these files have at most six decimals. */
function exact(sum: number): number {
  return Math.round(sum * 1e6) / 1e6;
}
