import { between, mulberry32 } from '../../src/cli/samples/random';
import type { Random } from '../../src/cli/samples/random';
import { DAY, isoDate } from '../../src/cli/samples/vilnius-clock';
import type { MeterRow } from '../corpus/meter-file';

/** What was done to a series, and on which local dates a rule must say so. */
export interface Faulty {
  rows: MeterRow[];
  /** Rows that come in a second file. */
  later?: MeterRow[];
  dates: number[];
}

/** Spoils a clean series; null where the rule does not watch such a series. */
export type Spoil = (rows: readonly MeterRow[], random: Random) => Faulty | null;

const YEAR_2100 = isoDate('2100-01-01');
const YEAR_1960 = isoDate('1960-01-01');

/** One way to spoil a series for each rule. Three places each, unless the fault is of the whole series. */
export const FAULTS: Readonly<Record<string, Spoil>> = {
  spike: atSlots((_value, rows) => 30 * meanOf(rows)),
  negative: atSlots((value) => -value - 0.05),
  over_capacity: atSlots((_value, rows) => (2500 * 24) / slotsOf(rows)),
  absurd_magnitude: atSlots((_value, rows) => (3e6 * 24) / slotsOf(rows)),
  stuck: inDays((values, at, rows) => fill(values, at, 8, meanOf(rows) * 1.2)),
  zero_run: (rows, random) => {
    const [first] = rows;
    if (first?.fuel === 'gas' || first?.channel !== 'consumption') return null;
    if (first.fuel === 'district_heating') return null;
    return inDays((values, at) => fill(values, at, 4, 0))(rows, random);
  },
  completeness_day: inDays((values) =>
    values.map((value, slot) => (slot < values.length * 0.6 ? null : value)),
  ),
  completeness_month: (rows) => ({
    rows: rows.map((row) => (monthOf(row) === '2023-05' ? blank(row, 0.15) : row)),
    dates: [isoDate('2023-05-01')],
  }),
  interval_change: (rows) => {
    const from = rows[60]!.date!;
    return {
      rows: rows.map((row) =>
        row.date! >= from ? { ...row, resolution: 'P1D', energy_consumption: [sum(row)] } : row,
      ),
      dates: [from],
    };
  },
  out_of_order: (rows) => ({
    rows: [...rows.slice(0, 40), rows[41]!, rows[40]!, ...rows.slice(42)],
    dates: [rows[41]!.date!],
  }),
  overlapping_files: (rows) => ({
    rows: [...rows],
    later: rows.slice(70, 73),
    dates: rows.slice(70, 73).map((row) => row.date!),
  }),
  future_date: (rows) => shifted(rows.slice(0, 5), YEAR_2100),
  before_1970: (rows) => shifted(rows.slice(0, 5), YEAR_1960),
  mixed_units: (rows) => {
    const from = rows[60]!.date!;
    return {
      rows: rows.map((row) => (row.date! >= from ? scaled(row, 1000) : row)),
      dates: [from],
    };
  },
  wrong_length: inDays((values) => values.slice(0, -2)),
  duplicate_identical: (rows) => ({
    rows: [...rows, rows[30]!, rows[31]!],
    dates: [rows[30]!.date!, rows[31]!.date!],
  }),
  duplicate_conflicting: (rows) => ({
    rows: [...rows, scaled(rows[30]!, 1.01), scaled(rows[31]!, 1.01)],
    dates: [rows[30]!.date!, rows[31]!.date!],
  }),
  value_in_nonexistent_hour: (rows) => {
    const date = isoDate('2023-03-26');
    const spring = rows.find((row) => row.date === date)!;
    if (!(spring.energy_consumption ?? []).includes(null)) return null;
    return {
      rows: rows.map((row) =>
        row === spring
          ? { ...row, energy_consumption: row.energy_consumption!.map((value) => value ?? 1) }
          : row,
      ),
      dates: [date],
    };
  },
};

/** A random source of its own for each rule and series. */
export function faultRandom(rule: string, series: number): Random {
  return mulberry32([...rule].reduce((seed, letter) => seed * 31 + letter.charCodeAt(0), series + 1) >>> 0);
}

function atSlots(change: (value: number, rows: readonly MeterRow[]) => number): Spoil {
  return inDays((values, at, rows) =>
    values.map((value, slot) => (slot === at ? change(value ?? 0, rows) : value)),
  );
}

function inDays(
  change: (values: readonly (number | null)[], at: number, rows: readonly MeterRow[]) => (number | null)[],
): Spoil {
  return (rows, random) => {
    const chosen = new Set([12, 45, 90].map((day) => day + Math.floor(between(random, 0, 12))));
    return {
      rows: rows.map((row, day) =>
        chosen.has(day)
          ? {
              ...row,
              energy_consumption: change(
                row.energy_consumption!,
                Math.floor(between(random, 2, row.energy_consumption!.length - 12)),
                rows,
              ),
            }
          : row,
      ),
      dates: [...chosen].map((day) => rows[day]!.date!),
    };
  };
}

function shifted(rows: readonly MeterRow[], first: number): Faulty {
  const moved = rows.map((row, day) => ({ ...row, date: first + day * DAY }));
  return { rows: moved, dates: moved.map((row) => row.date) };
}

function scaled(row: MeterRow, factor: number): MeterRow {
  return {
    ...row,
    energy_consumption: row.energy_consumption!.map((value) => (value === null ? null : value * factor)),
  };
}

function blank(row: MeterRow, share: number): MeterRow {
  const values = row.energy_consumption!;
  return {
    ...row,
    energy_consumption: values.map((value, slot) => (slot < values.length * share ? null : value)),
  };
}

const fill = (values: readonly (number | null)[], at: number, count: number, to: number) =>
  values.map((value, slot) => (slot >= at && slot < at + count ? to : value));

const sum = (row: MeterRow) =>
  row.energy_consumption!.reduce<number>((total, value) => total + (value ?? 0), 0);

const slotsOf = (rows: readonly MeterRow[]) => rows[0]!.energy_consumption!.length;

const meanOf = (rows: readonly MeterRow[]) =>
  rows.reduce((total, row) => total + sum(row), 0) / rows.length / slotsOf(rows);

const monthOf = (row: MeterRow) => new Date(row.date!).toISOString().slice(0, 7);
