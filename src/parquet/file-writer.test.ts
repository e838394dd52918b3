import {
  Bool,
  DateDay,
  Field,
  Float64,
  Int16,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableToIPC,
  TimestampMicrosecond,
  Utf8,
  vectorFromArray,
  type DataType,
} from 'apache-arrow';
import { parquetMetadata } from 'hyparquet';
import { afterAll, expect, test, vi } from 'vitest';
import { startPageEngine } from '../../e2e/native-run/page-engine';
import { CorpusReaders } from '../../e2e/corpus/readers';
import { joinBytes } from '../engine/arrow-rows';
import { FileWriter } from './file-writer';
import { loadWasm } from './wasm-module';

vi.mock('./wasm-module', () => import('../../e2e/native-run/wasm-from-disk'));

await loadWasm();
const readers = await CorpusReaders.open();
afterAll(() => {
  readers.close();
});

const FIRST_HOUR = Date.UTC(2021, 11, 31, 22);

const COLUMNS: Record<string, { type: DataType; value: (row: number) => unknown }> = {
  ext_dev_ref: { type: new Utf8(), value: (row) => `meter_${Math.floor(row / 876)}` },
  timestamp_utc: {
    type: new TimestampMicrosecond('UTC'),
    value: (row) => FIRST_HOUR + (row % 876) * 3_600_000,
  },
  timestamp_local: {
    type: new TimestampMicrosecond(),
    value: (row) => FIRST_HOUR + 7_200_000 + (row % 876) * 3_600_000,
  },
  local_date: {
    type: new DateDay(),
    value: (row) => new Date(Date.UTC(2022, 0, 1 + Math.floor((row % 876) / 24))),
  },
  is_weekend: { type: new Bool(), value: (row) => row % 7 > 4 },
  energy: { type: new Float64(), value: (row) => (row % 1000 === 7 ? null : row / 8) },
  source_slot: { type: new Int16(), value: (row) => row % 24 },
};

/** A stream of batches of at most 500 rows. */
function ipcOf(firstRow: number, rows: number): Uint8Array {
  const tables: Table[] = [];
  for (let start = firstRow; start < firstRow + rows; start += 500) {
    tables.push(tableOf(start, Math.min(500, firstRow + rows - start)));
  }
  return tableToIPC(new Table(tables.flatMap((table) => table.batches)), 'stream');
}

function tableOf(firstRow: number, rows: number): Table {
  const vectors = Object.entries(COLUMNS).map(([name, { type, value }]) => {
    const values = Array.from({ length: rows }, (_, index) => value(firstRow + index));
    return [name, vectorFromArray(values, type)] as const;
  });
  return new Table(Object.fromEntries(vectors));
}

function schemaOnly(): Uint8Array {
  const schema = new Schema(Object.entries(COLUMNS).map(([name, { type }]) => new Field(name, type, true)));
  const empty = new RecordBatch(schema, makeData({ type: new Struct(schema.fields), length: 0 }));
  return tableToIPC(new Table([empty]), 'stream');
}

const OPTIONS = {
  rowGroupRows: 2_000,
  plainColumns: ['source_slot'],
  target: null,
  keyValueMetadata: { 'meterfold.zone': 'Europe/Vilnius', sql: '-- „ė“ 🔌' },
};

/** The file made of these streams, all handed over at once. */
async function written(...streams: Uint8Array[]): Promise<Uint8Array<ArrayBuffer>> {
  const writer = await FileWriter.open(OPTIONS);
  await Promise.all(streams.map((ipc) => writer.append(ipc)));
  return new Uint8Array(await (await writer.finish()).arrayBuffer());
}

test('native DuckDB reads every row once, in order, with its values', async () => {
  const rows = await readers.duckdbRows(await written(ipcOf(0, 1_800), ipcOf(1_800, 1), ipcOf(1_801, 3_199)));
  expect(rows).toHaveLength(5_000);
  for (const [index, row] of rows.entries()) {
    const wanted = Object.entries(COLUMNS).map(([name, { value }]) => [name, value(index)]);
    expect(Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]))).toEqual(
      Object.fromEntries(wanted.map(([name, value]) => [name, plain(value)])),
    );
  }
});

/** Dates and times as milliseconds, as they went in. */
function plain(value: unknown): unknown {
  return value instanceof Date ? value.getTime() : value;
}

test('the file says which times are UTC, and carries codec, dictionaries, statistics and metadata', async () => {
  const metadata = parquetMetadata((await written(ipcOf(0, 5_000))).buffer);
  const times = metadata.schema.filter(({ name }) => name.startsWith('timestamp'));
  expect(times.map(({ logical_type }) => logical_type)).toEqual([
    { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MICROS' },
    { type: 'TIMESTAMP', isAdjustedToUTC: false, unit: 'MICROS' },
  ]);
  expect(metadata.row_groups.map(({ num_rows }) => num_rows)).toEqual([2_000n, 2_000n, 1_000n]);
  const meters = metadata.row_groups.map(({ columns }) => columns[0]?.meta_data);
  expect(meters.map((chunk) => chunk?.codec)).toEqual(['ZSTD', 'ZSTD', 'ZSTD']);
  expect(meters.map((chunk) => chunk?.encodings.includes('RLE_DICTIONARY'))).toEqual([true, true, true]);
  expect(meters.map((chunk) => chunk?.statistics?.min_value)).toEqual(['meter_0', 'meter_2', 'meter_4']);
  expect(metadata.created_by).toBe('Meterfold');
  for (const [key, value] of Object.entries(OPTIONS.keyValueMetadata)) {
    expect(metadata.key_value_metadata).toContainEqual({ key, value });
  }
});

test('columns of any type that the engine has go in as they come, without rows too', async () => {
  const engine = await startPageEngine();
  const pieces = (rows: number) => {
    const [header, ...batches] = engine.stream(
      `select range as n, (range / 8)::decimal(18, 3) as exact, [range, null] as list, {'a': range} as part from range(${rows})`,
    );
    return batches.length > 0 ? batches.map((batch) => joinBytes([header!, batch])) : [header!];
  };
  const rows = await readers.duckdbRows(await written(...pieces(5_000)));
  expect(rows).toHaveLength(5_000);
  const [column] = parquetMetadata((await written(...pieces(0))).buffer).schema.filter(
    ({ name }) => name === 'exact',
  );
  expect(column).toMatchObject({ precision: 18, scale: 3 });
});

test('a file without rows keeps its columns', async () => {
  const file = await written(schemaOnly());
  expect(await readers.duckdbRows(file)).toEqual([]);
  const names = parquetMetadata(file.buffer).schema.slice(1);
  expect(names.map(({ name }) => name)).toEqual(Object.keys(COLUMNS));
});

test('an empty stream in the middle loses nothing', async () => {
  expect(await readers.duckdbRows(await written(ipcOf(0, 100), schemaOnly(), ipcOf(100, 100)))).toHaveLength(
    200,
  );
});

test('rows that the library drops in silence fail the file', async () => {
  const writer = await FileWriter.open(OPTIONS);
  await writer.append(ipcOf(0, 100));
  await writer.append(tableToIPC(new Table({ other: vectorFromArray([1, 2, 3]) }), 'stream'));
  await expect(writer.finish()).rejects.toMatchObject({ code: 'EXPORT_MISMATCH' });
});

test('a writer that was given nothing has no file', async () => {
  await expect((await FileWriter.open(OPTIONS)).finish()).rejects.toMatchObject({ code: 'EXPORT_MISMATCH' });
});
