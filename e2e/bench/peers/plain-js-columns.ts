import type { ColumnSource, SchemaElement } from 'hyparquet-writer';
import { RULES, type UnfoldedSeries } from './plain-js-unfold';

const QUALITIES = ['measured', 'split', 'missing', 'suspect'];
const DAY_US = 86_400_000_000;
const HOUR_US = 3_600_000_000;

const text = (name: string): SchemaElement => ({
  name,
  type: 'BYTE_ARRAY',
  converted_type: 'UTF8',
  repetition_type: 'OPTIONAL',
});
const whole = (name: string, bits: 8 | 16 | 32): SchemaElement => ({
  name,
  type: 'INT32',
  ...(bits === 32 ? {} : { converted_type: bits === 8 ? ('INT_8' as const) : ('INT_16' as const) }),
  repetition_type: 'OPTIONAL',
});
const time = (name: string, isAdjustedToUTC: boolean): SchemaElement => ({
  name,
  type: 'INT64',
  repetition_type: 'REQUIRED',
  logical_type: { type: 'TIMESTAMP', isAdjustedToUTC, unit: 'MICROS' },
});

const ELEMENTS: SchemaElement[] = [
  text('client_id'),
  text('ext_dev_ref'),
  text('fuel'),
  text('channel'),
  time('timestamp_utc', true),
  time('timestamp_local', false),
  whole('utc_offset_minutes', 16),
  whole('interval_minutes', 32),
  { name: 'local_date', type: 'INT32', converted_type: 'DATE', repetition_type: 'REQUIRED' },
  whole('local_hour', 8),
  whole('iso_weekday', 8),
  { name: 'is_weekend', type: 'BOOLEAN', repetition_type: 'REQUIRED' },
  whole('local_month', 8),
  { name: 'energy', type: 'DOUBLE', repetition_type: 'OPTIONAL' },
  text('unit'),
  text('quality'),
  text('quality_rule'),
  text('source_file'),
  whole('source_row', 32),
  whole('source_slot', 16),
];
const STEADY = new Set(['timestamp_utc', 'timestamp_local', 'source_row']);

/** The analytical table of some meters in the form that hyparquet-writer takes. */
export function analyticalColumns(series: readonly UnfoldedSeries[]): {
  schema: SchemaElement[];
  columnData: ColumnSource[];
} {
  const rows = series.reduce((sum, { energy }) => sum + energy.length, 0);
  const data = columnsOf(series, rows);
  const root: SchemaElement = { name: 'root', num_children: ELEMENTS.length };
  return {
    schema: [root, ...ELEMENTS],
    columnData: ELEMENTS.map(({ name }) => ({
      name,
      data: data[name]!,
      ...(STEADY.has(name) ? { encoding: 'DELTA_BINARY_PACKED' as const } : {}),
    })),
  };
}

function columnsOf(series: readonly UnfoldedSeries[], rows: number): Record<string, ColumnSource['data']> {
  const texts = (of: (one: UnfoldedSeries, index: number) => string | null) => {
    const column = new Array<string | null>(rows);
    let at = 0;
    for (const one of series) {
      for (let index = 0; index < one.energy.length; index++) column[at++] = of(one, index);
    }
    return column;
  };
  const numbers = (of: (one: UnfoldedSeries, index: number) => number) => {
    const column = new Int32Array(rows);
    let at = 0;
    for (const one of series) {
      for (let index = 0; index < one.energy.length; index++) column[at++] = of(one, index);
    }
    return column;
  };
  const times = (of: (one: UnfoldedSeries) => Float64Array) => {
    const column = new BigInt64Array(rows);
    let at = 0;
    for (const one of series) for (const us of of(one)) column[at++] = BigInt(us);
    return column;
  };
  const weekday = (one: UnfoldedSeries, index: number) =>
    ((Math.floor(one.localUs[index]! / DAY_US) + 3) % 7) + 1;
  const weekdays = numbers(weekday);
  return {
    client_id: texts(({ client_id }) => client_id),
    ext_dev_ref: texts(({ ext_dev_ref }) => ext_dev_ref),
    fuel: texts(() => 'electricity'),
    channel: texts(() => 'consumption'),
    timestamp_utc: times(({ utcUs }) => utcUs),
    timestamp_local: times(({ localUs }) => localUs),
    utc_offset_minutes: numbers((one, index) => (one.localUs[index]! - one.utcUs[index]!) / 60_000_000),
    interval_minutes: numbers(({ intervalMinutes }, index) => intervalMinutes[index]!),
    local_date: numbers((one, index) => Math.floor(one.localUs[index]! / DAY_US)),
    local_hour: numbers((one, index) => Math.floor(one.localUs[index]! / HOUR_US) % 24),
    iso_weekday: weekdays,
    is_weekend: Array.from(weekdays, (day) => day >= 6),
    local_month: months(series, rows),
    energy: energies(series, rows),
    unit: texts(() => 'unknown'),
    quality: texts(({ quality }, index) => QUALITIES[quality[index]!]!),
    quality_rule: texts(({ rule }, index) => RULES[rule[index]!]!),
    source_file: texts(({ row }, index) => (row[index]! < 0 ? null : 'fleet.parquet')),
    source_row: orNull(numbers(({ row }, index) => row[index]!)),
    source_slot: orNull(numbers(({ slot }, index) => slot[index]!)),
  };
}

/** Places in the file are below zero where no row has the day. */
function orNull(places: Int32Array): Int32Array | (number | null)[] {
  return places.some((place) => place < 0)
    ? Array.from(places, (place) => (place < 0 ? null : place))
    : places;
}

function energies(series: readonly UnfoldedSeries[], rows: number): (number | null)[] {
  const column = new Array<number | null>(rows);
  let at = 0;
  for (const { energy } of series) {
    for (const value of energy) column[at++] = Number.isNaN(value) ? null : value;
  }
  return column;
}

/** The month is looked up once a day. */
function months(series: readonly UnfoldedSeries[], rows: number): Int32Array {
  const column = new Int32Array(rows);
  let [at, day, month] = [0, -1, 0];
  for (const { localUs } of series) {
    for (const us of localUs) {
      const of = Math.floor(us / DAY_US);
      if (of !== day) [day, month] = [of, new Date(of * (DAY_US / 1000)).getUTCMonth() + 1];
      column[at++] = month;
    }
  }
  return column;
}
