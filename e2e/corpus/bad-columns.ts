import { readFileSync } from 'node:fs';
import { listColumn, textColumn, type ParquetColumn } from '../../src/cli/samples/parquet-columns';
import type { AppErrorCode } from '../../src/domain/app-error';
import type { BadFile } from './corpus-types';
import {
  CHUNK_META,
  chunkMeta,
  chunks,
  FOOTER,
  putTogether,
  ROW_GROUP,
  rowGroups,
  takeApart,
} from './footer';
import { duckdbFile } from './duckdb-file';
import { contractColumns, meterFile, type FileShape, type MeterRow } from './meter-file';
import { seriesRows } from './meter-rows';

const NO_ROWS_SQL = readFileSync(new URL('./no-rows.sql', import.meta.url), 'utf8');
const ENERGY = 'energy_consumption';
/** Parquet's number for the LZO codec, which no reader here speaks. */
const LZO = 3;
/** Some 3.6 thousand million values: 29 GB of numbers. */
const HUGE = { rowsPerGroup: 50_000, groups: 3_000, day: new Array<number>(24).fill(100) };

/** Sound Parquet files whose columns, rows or size do not fit. */
export const badColumnFiles: readonly BadFile[] = [
  ...['client_id', 'date', 'ext_dev_ref', ENERGY, 'resolution'].map((name) =>
    shaped(`missing-${name}`, 'COLUMN_MISSING', { columns: { [name]: null } }),
  ),
  shaped('unrelated-columns', 'COLUMN_MISSING', {
    columns: { name: plain('name', 'BYTE_ARRAY', text('x')), age: plain('age', 'INT32', () => 7) },
    order: ['name', 'age'],
  }),
  shaped('date-as-text', 'COLUMN_TYPE', {
    columns: {
      date: textColumn(
        'date',
        days().map(() => 'next week'),
      ),
    },
  }),
  shaped('date-as-int64', 'COLUMN_TYPE', {
    columns: { date: plain('date', 'INT64', (row) => BigInt(row.date ?? 0)) },
  }),
  shaped('energy-as-double', 'COLUMN_TYPE', { columns: { [ENERGY]: plain(ENERGY, 'DOUBLE', () => 1.5) } }),
  shaped('energy-as-text', 'COLUMN_TYPE', {
    columns: {
      [ENERGY]: textColumn(
        ENERGY,
        days().map(() => 'see attachment'),
      ),
    },
  }),
  shaped('energy-as-list-of-text', 'COLUMN_TYPE', {
    columns: {
      [ENERGY]: listColumn(
        ENERGY,
        { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
        days().map((row) => (row.energy_consumption ?? []).map((value) => value?.toString() ?? null)),
      ),
    },
  }),
  shaped('energy-as-list-of-lists', 'COLUMN_TYPE', { columns: { [ENERGY]: listOfLists() } }),
  shaped('energy-as-list-of-boolean', 'COLUMN_TYPE', {
    columns: {
      [ENERGY]: listColumn(
        ENERGY,
        { type: 'BOOLEAN' },
        days().map(() => new Array<boolean>(24).fill(true)),
      ),
    },
  }),
  shaped('client-as-list', 'COLUMN_TYPE', {
    columns: {
      client_id: listColumn(
        'client_id',
        { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
        days().map(() => ['a', 'b']),
      ),
    },
  }),
  file('energy-column-twice', 'COLUMN_AMBIGUOUS', () => twice(ENERGY)),
  file('date-column-twice', 'COLUMN_AMBIGUOUS', () => twice('date')),
  file('no-rows', 'NO_ROWS', () => duckdbFile(NO_ROWS_SQL)),
  file('no-rows-in-one-row-group', 'NO_ROWS', emptyRowGroup),
  withArrays('all-null-values', 'NO_VALUES', new Array<null>(24).fill(null)),
  withArrays('all-null-arrays', 'NO_VALUES', null),
  withArrays('all-empty-arrays', 'NO_VALUES', []),
  ...(['client_id', 'date', 'ext_dev_ref'] as const).map((key) =>
    file(`null-in-${key}`, 'NULL_KEY', () =>
      meterFile(days().map((row, index) => (index === 5 ? { ...row, [key]: null } : row))),
    ),
  ),
  file('codec-lzo', 'CODEC_UNSUPPORTED', lzo),
  file('more-than-memory', 'TOO_LARGE', tooLarge),
];

function file(name: string, expectCode: AppErrorCode, make: BadFile['make']): BadFile {
  return { name, fileName: `${name}.parquet`, make, expectCode };
}

function shaped(name: string, expectCode: AppErrorCode, shape: FileShape): BadFile {
  return file(name, expectCode, () => meterFile(days(), shape));
}

function withArrays(name: string, expectCode: AppErrorCode, values: MeterRow[typeof ENERGY]): BadFile {
  return file(name, expectCode, () =>
    meterFile(days().map((row) => ({ ...row, energy_consumption: values }))),
  );
}

function days(): MeterRow[] {
  return seriesRows({ first: '2022-03-20', last: '2022-04-10' }).map(({ row }) => row);
}

function plain(
  name: string,
  type: 'BYTE_ARRAY' | 'INT32' | 'INT64' | 'DOUBLE',
  of: (row: MeterRow) => unknown,
): ParquetColumn {
  return { elements: [{ name, type, repetition_type: 'OPTIONAL' }], data: days().map(of) };
}

function text(value: string): () => Uint8Array {
  return () => new TextEncoder().encode(value);
}

function listOfLists(): ParquetColumn {
  const outer = listColumn(
    ENERGY,
    {},
    days().map((row) => [row.energy_consumption?.map(Number) ?? []]),
  );
  const inner = listColumn('item', { type: 'DOUBLE' }, []).elements;
  return { ...outer, elements: [...outer.elements.slice(0, 2), ...inner] };
}

/** A second column of the same name and type after the others. */
function twice(name: string): Uint8Array {
  const columns = contractColumns(days());
  return meterFile(days(), { columns: { again: columns[name]! } });
}

function emptyRowGroup(): Uint8Array {
  const { data, footer } = takeApart(meterFile(days()));
  footer[FOOTER.rows] = 0n;
  const group = rowGroups(footer)[0]!;
  group[ROW_GROUP.rows] = 0n;
  group[ROW_GROUP.bytes] = 0n;
  // num_values 0, no pages to read.
  for (const chunk of chunks(footer))
    Object.assign(chunkMeta(chunk), { field_5: 0n, field_6: 0n, field_7: 0n });
  return putTogether({ data, footer });
}

function lzo(): Uint8Array {
  const { data, footer } = takeApart(meterFile(days()));
  for (const chunk of chunks(footer)) chunkMeta(chunk)[CHUNK_META.codec] = LZO;
  return putTogether({ data, footer });
}

/** A file of about a megabyte whose footer lists one row group thousands of times: refuse it before reading. */
function tooLarge(): Uint8Array {
  const [day] = days();
  const rows = Array.from({ length: HUGE.rowsPerGroup }, () => ({ ...day!, energy_consumption: HUGE.day }));
  const { data, footer } = takeApart(meterFile(rows, { write: { statistics: false } }));
  const group = rowGroups(footer)[0]!;
  footer[FOOTER.rowGroups] = new Array<typeof group>(HUGE.groups).fill(group);
  footer[FOOTER.rows] = BigInt(HUGE.rowsPerGroup * HUGE.groups);
  return putTogether({ data, footer });
}
