import {
  DateDay,
  Field,
  Float32,
  Float64,
  Int16,
  Int32,
  Int64,
  List,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableToIPC,
  Uint32,
  Uint64,
  Utf8,
} from 'apache-arrow';
import type { Data, DataType } from 'apache-arrow';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inPromises } from '../../e2e/native-run/page-run';
import { startPageDatabase } from '../../e2e/native-run/page-engine';
import { ARRAY_FIGURES } from '../domain/array-figures';
import { WasmConnection } from '../engine/wasm-connection';
import { prepareBatch } from '../parquet/prepared-batch';
import { absentFrom, REQUIRED_COLUMNS } from './input-contract';
import { beginStaging, SOURCE_BATCH, stageBatch } from './staging';
import stagedRowContract from './sql/staging/staged_row.contract.json';

const { database, connect } = await startPageDatabase();
const connection = new WasmConnection(inPromises(database), connect(), new AbortController().signal);
const STAGED = stagedRowContract.columns.map(({ name }) => name).join(', ');

const withFigures = (ipc: Uint8Array): Uint8Array | undefined =>
  prepareBatch(ipc, { figuresOf: 'energy_consumption', codedTexts: [], required: [] })?.ipc;

type Value = number | null;
type Kind = { type: DataType; data: (values: readonly number[]) => ArrayLike<number> | ArrayLike<bigint> };

const KINDS: Record<string, Kind> = {
  double: { type: new Float64(), data: (values) => Float64Array.from(values) },
  float: { type: new Float32(), data: (values) => Float32Array.from(values) },
  bigint: { type: new Int64(), data: (values) => BigInt64Array.from(values, whole) },
  ubigint: {
    type: new Uint64(),
    data: (values) => BigUint64Array.from(values, (value) => whole(Math.abs(value))),
  },
  integer: { type: new Int32(), data: (values) => Int32Array.from(values) },
  uinteger: { type: new Uint32(), data: (values) => Uint32Array.from(values) },
  smallint: { type: new Int16(), data: (values) => Int16Array.from(values) },
};

const whole = (value: number): bigint => (Number.isFinite(value) ? BigInt(Math.trunc(value)) : 0n);

function bits(there: readonly boolean[]): { nullBitmap: Uint8Array; nullCount: number } {
  const nullBitmap = new Uint8Array(Math.ceil(there.length / 8));
  there.forEach((is, at) => is && (nullBitmap[at >> 3]! |= 1 << (at & 7)));
  return { nullBitmap, nullCount: there.filter((is) => !is).length };
}

function texts(cells: readonly string[]): Data {
  const data = new TextEncoder().encode(cells.join(''));
  const valueOffsets = new Int32Array(cells.length + 1);
  cells.forEach((cell, at) => (valueOffsets[at + 1] = valueOffsets[at]! + cell.length));
  return makeData({ type: new Utf8(), length: cells.length, nullCount: 0, valueOffsets, data });
}

/** Rows of the contract, one meter, as the reader hands them on. */
function ipcOf(days: readonly (readonly Value[] | null)[], { type, data }: Kind): Uint8Array {
  const items = days.flatMap((day) => day ?? []);
  const valueOffsets = new Int32Array(days.length + 1);
  days.forEach((day, at) => (valueOffsets[at + 1] = valueOffsets[at]! + (day?.length ?? 0)));
  const child = makeData({
    type,
    length: items.length,
    ...bits(items.map((item) => item !== null)),
    data: data(items.map((item) => item ?? 0)),
  } as never) as Data;
  const list = new List(new Field('item', type, true));
  const columns: Data[] = [
    texts(days.map(() => 'home')),
    makeData({
      type: new DateDay(),
      length: days.length,
      nullCount: 0,
      data: Int32Array.from(days, (_, at) => 20_000 + at),
    }),
    texts(days.map(() => 'meter')),
    makeData({
      type: list,
      length: days.length,
      ...bits(days.map((day) => day !== null)),
      valueOffsets,
      child,
    }),
    texts(days.map((_, at) => (at % 3 === 0 ? 'hourly' : 'quarter-hourly'))),
  ];
  const schema = new Schema(REQUIRED_COLUMNS.map((name, at) => new Field(name, columns[at]!.type, true)));
  const struct = makeData({
    type: new Struct(schema.fields),
    length: days.length,
    nullCount: 0,
    children: columns,
  });
  return tableToIPC(new Table(schema, [new RecordBatch(schema, struct)]), 'stream');
}

async function staged(ipc: Uint8Array, figures: readonly string[]): Promise<unknown[]> {
  await beginStaging(connection, false);
  await connection.dropTable('whole_file');
  await connection.insertArrow('whole_file', ipc, true);
  const names = [...REQUIRED_COLUMNS, ...figures];
  await connection.nameColumns(SOURCE_BATCH, 'whole_file', names, absentFrom(names));
  await stageBatch(connection, { sourceId: 1, firstRow: 0, file: 'days', nullKeys: 'refuse' });
  return connection.query(`select ${STAGED} from staged_row order by source_row`);
}

const value: fc.Arbitrary<Value> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 3 }) },
  { weight: 4, arbitrary: fc.integer({ min: -30_000, max: 30_000 }) },
  { weight: 3, arbitrary: fc.integer({ min: -1e9, max: 1e9 }).map((millionths) => millionths / 1e6) },
  { weight: 1, arbitrary: fc.constant(null) },
  // What 16 and 32 bits hold, and the next numbers, which they do not.
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      32_767,
      32_768,
      -32_768,
      -32_769,
      2e6,
      2 ** 31 - 1,
      2 ** 31,
      -(2 ** 31),
      2 ** 32 - 1,
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(NaN, Infinity, -Infinity, 1e15, -1e15, 9_007_199_254_740_993, 2 ** 53, -0),
  },
);
const flat = fc
  .tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 30 }))
  .map(([one, slots]) => Array<Value>(slots).fill(one));
const day = fc.oneof(
  { weight: 4, arbitrary: fc.array(value, { minLength: 24, maxLength: 24 }) },
  { weight: 2, arbitrary: fc.array(value, { maxLength: 100 }) },
  { weight: 2, arbitrary: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 22, maxLength: 26 }) },
  { weight: 1, arbitrary: flat },
  { weight: 1, arbitrary: fc.constant(null) },
);

it.each(Object.entries(KINDS))(
  'of %s arrays the reader says what the SQL says of them',
  async (name, kind) => {
    await fc.assert(
      fc.asyncProperty(fc.array(day, { minLength: 1, maxLength: 40 }), async (days) => {
        const fits = days.map((slots) => slots && slots.map((one) => fitting(name, one)));
        const ipc = ipcOf(fits, kind);
        const figured = withFigures(ipc);
        expect(figured).not.toBeNull();
        expect(await staged(figured!, ARRAY_FIGURES)).toEqual(await staged(ipc, []));
      }),
      { numRuns: 8, interruptAfterTimeLimit: 20_000 },
    );
  },
  60_000,
);

/** A value that the type can hold. */
function fitting(name: string, value: Value): Value {
  if (value === null || name === 'double' || name === 'float') return value;
  if (!Number.isFinite(value)) return 7;
  if (name === 'bigint') return Math.trunc(value);
  if (name === 'ubigint') return Math.abs(Math.trunc(value));
  return Math.trunc(value) % 30_000;
}

it('says nothing of arrays of which a value is refused or none is there', async () => {
  const ipc = ipcOf([[1, 2], [null, null], [1, NaN], [], null], KINDS['double']!);
  const rows = (await connection
    .dropTable('figured')
    .then(() => connection.insertArrow('figured', withFigures(ipc)!, true))
    .then(() => connection.query('select array_count, array_total from figured'))) as unknown[];
  const nothing = { array_count: null, array_total: null };
  expect(rows).toEqual([{ array_count: 2, array_total: 3 }, nothing, nothing, nothing, nothing]);
});
