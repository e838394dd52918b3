import { tableFromIPC } from 'apache-arrow';
import { parquetWriteBuffer, type SchemaElement } from 'hyparquet-writer';
import { expect, test, vi } from 'vitest';
import { duckdbFile } from '../../e2e/corpus/duckdb-file';
import { meterFile } from '../../e2e/corpus/meter-file';
import noRows from '../../e2e/corpus/no-rows.sql?raw';
import { ARRAY_FIGURES } from '../domain/array-figures';
import { FileReader } from './file-reader';
import { openFile } from './open-file';
import type { ArrowBatch, Groundwork } from './parquet-codec';

vi.mock('./wasm-module', () => import('../../e2e/native-run/wasm-from-disk'));

const ROWS = Array.from({ length: 3_000 }, (_, i) => ({
  client_id: `c${i % 7}`,
  date: Date.UTC(2022, 0, 1 + (i % 365)),
  ext_dev_ref: `m${Math.floor(i / 365)}`,
  energy_consumption:
    i % 50 === 0 ? null : Array.from({ length: 24 }, (_, k) => ((i + k) % 99 === 0 ? null : i * 24 + k)),
  resolution: '60min',
}));

const rowNumbers = {
  elements: [{ name: 'date.local', type: 'INT32', repetition_type: 'REQUIRED' }] satisfies SchemaElement[],
  data: ROWS.map((_, i) => i),
};

/** The input contract, and a column whose name begins like one of it. */
const days = new Blob([
  new Uint8Array(
    meterFile(ROWS, {
      columns: { 'date.local': rowNumbers },
      write: { rowGroupSize: 2_000 },
    }),
  ),
]);

async function readAll(file: Blob, columns: string[]) {
  const reader = await FileReader.open(file, columns);
  const batches: { rows: number; names: string[] }[] = [];
  const rows: Record<string, unknown>[] = [];
  for (;;) {
    const batch = await reader.next();
    if (!batch) return { batches, rows };
    const table = tableFromIPC(batch.ipc);
    batches.push({ rows: batch.rows, names: table.schema.names.map(String) });
    for (const row of table)
      rows.push(JSON.parse(JSON.stringify(row, plainNumbers)) as Record<string, unknown>);
  }
}

function plainNumbers(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value;
}

test('says what a file holds from its footer', async () => {
  const { inspection } = await openFile(days);
  expect(inspection).toMatchObject({ bytes: days.size, rows: 3_000, rowGroups: 2 });
  expect(inspection.columns).toEqual([
    { name: 'client_id', type: 'utf8' },
    { name: 'date', type: 'date32' },
    { name: 'ext_dev_ref', type: 'utf8' },
    { name: 'energy_consumption', type: 'list<int64>' },
    { name: 'resolution', type: 'utf8' },
    { name: 'date.local', type: 'int32' },
  ]);
  expect(inspection.valuesByColumn).toMatchObject({
    client_id: 3_000,
    energy_consumption: 2_940 * 24 + 60,
  });
});

test('reads every row once and in file order', async () => {
  const { batches, rows } = await readAll(days, ['energy_consumption', 'ext_dev_ref']);
  expect(batches).toEqual([{ rows: 3_000, names: ['ext_dev_ref', 'energy_consumption'] }]);
  expect(rows).toEqual(
    ROWS.map(({ ext_dev_ref, energy_consumption }) => ({ ext_dev_ref, energy_consumption })),
  );
});

test('leaves out a column whose name begins like a wanted one', async () => {
  const { batches, rows } = await readAll(days, ['date', 'client_id']);
  expect(new Set(batches.flatMap((batch) => batch.names))).toEqual(new Set(['client_id', 'date']));
  expect(rows).toHaveLength(3_000);
});

test('a column that is not there is named', async () => {
  await expect(FileReader.open(days, ['client_id', 'nope'])).rejects.toMatchObject({
    code: 'COLUMN_MISSING',
    detail: { column: 'nope' },
  });
});

test('overlapping calls are served in order, and the end is the end', async () => {
  const data = Array.from({ length: 130_000 }, (_, row) => row);
  const numbers = new Blob([parquetWriteBuffer({ columnData: [{ name: 'row', data, type: 'INT32' }] })]);
  const reader = await FileReader.open(numbers, ['row']);
  const first = await Promise.all([reader.next(), reader.next()]);
  expect(first[0]!.rows).toBeLessThan(60_000);
  expect(first.map((batch) => tableFromIPC(batch!.ipc).get(0)?.toJSON())).toEqual([
    { row: 0 },
    { row: first[0]!.rows },
  ]);
  let rest = first.reduce((sum, batch) => sum + batch!.rows, 0);
  for (let batch = await reader.next(); batch; batch = await reader.next()) rest += batch.rows;
  expect(rest).toBe(130_000);
  expect(await reader.next()).toBeNull();
});

test('a file without rows has columns and no batches', async () => {
  const file = new Blob([new Uint8Array(await duckdbFile(noRows))]);
  const { inspection } = await openFile(file);
  expect(inspection.rows).toBe(0);
  expect(inspection.columns).toHaveLength(5);
  expect((await readAll(file, ['date'])).batches).toEqual([]);
});

test('an unsupported codec is refused by name', async () => {
  const file = parquetWriteBuffer({
    columnData: [{ name: 'energy', data: Array.from({ length: 2000 }, (_, i) => i), type: 'INT32' }],
    codec: 'LZO',
    compressors: { LZO: (bytes: Uint8Array) => bytes.slice(0, bytes.length - 1) },
  });
  await expect(openFile(new Blob([file]))).rejects.toMatchObject({
    code: 'CODEC_UNSUPPORTED',
    detail: { codec: 'LZO', column: 'energy' },
  });
});

test('bytes missing in the middle are noticed', async () => {
  const bytes = new Uint8Array(await days.arrayBuffer());
  const cut = new Blob([bytes.slice(0, 5_000), bytes.slice(-20_000)]);
  await expect(openFile(cut)).rejects.toMatchObject({ code: 'FILE_DAMAGED' });
});

test('a large batch of arrays brings their figures along, a small one does not', async () => {
  const groundwork = { figuresOf: 'energy_consumption', codedTexts: [], required: [] };
  const few = new Blob([new Uint8Array(meterFile(ROWS.slice(0, 900), {}))]);
  const [small] = await batchesOf(few, ['energy_consumption'], groundwork);
  const [large] = await batchesOf(days, ['energy_consumption'], groundwork);
  expect(small).toMatchObject({ rows: 900, hasFigures: false });
  expect(large).toMatchObject({ rows: 3_000, hasFigures: true });
  expect(tableFromIPC(small!.ipc).schema.names).toEqual(['energy_consumption']);
  const { energy_consumption, ...figures } = tableFromIPC(large!.ipc).get(1)!.toJSON();
  const values = [...(energy_consumption as Iterable<bigint | null>)]
    .flatMap((value) => value ?? [])
    .map(Number);
  expect(figures).toMatchObject({
    array_count: values.length,
    array_total: values.reduce((sum, value) => sum + value, 0),
    array_lowest: Math.min(...values),
    array_highest: Math.max(...values),
  });
});

test('a code takes the place of texts where rows lack nothing', async () => {
  const columns = ['client_id', 'ext_dev_ref', 'energy_consumption'];
  const groundwork = {
    figuresOf: 'energy_consumption',
    codedTexts: ['ext_dev_ref', 'client_id'],
    required: ['client_id'],
  };
  const [coded] = await batchesOf(days, columns, groundwork);
  const table = tableFromIPC(coded!.ipc);
  expect(table.schema.names).toEqual(['energy_consumption', ...ARRAY_FIGURES, 'text_code']);
  const told = Array.from(table.getChild('text_code')!, (code) => coded!.texts![Number(code)]);
  expect(told).toEqual(ROWS.map(({ client_id, ext_dev_ref }) => [ext_dev_ref, client_id]));
  const incomplete = ROWS.with(7, { ...ROWS[7]!, client_id: null as unknown as string });
  const holed = new Blob([new Uint8Array(meterFile(incomplete, {}))]);
  const [plain] = await batchesOf(holed, columns, groundwork);
  expect(plain).toMatchObject({ hasFigures: true, texts: null });
  expect(tableFromIPC(plain!.ipc).schema.names).toEqual([...columns, ...ARRAY_FIGURES]);
});

async function batchesOf(file: Blob, columns: string[], groundwork: Groundwork): Promise<ArrowBatch[]> {
  const reader = await FileReader.open(file, columns, groundwork);
  const batches: ArrowBatch[] = [];
  for (let batch = await reader.next(); batch; batch = await reader.next()) batches.push(batch);
  return batches;
}
