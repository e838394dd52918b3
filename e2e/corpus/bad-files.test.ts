import { parquetMetadata, type SchemaElement } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badFiles } from './bad-files';
import type { AppErrorCode } from '../../src/domain/app-error';
import { FOOTER, takeApart } from './footer';
import { asArrayBuffer, CorpusReaders, hyparquetRows } from './readers';

/** What native DuckDB says of the files that no reader can read. Each is broken for its own reason. */
const DUCKDB_SAYS: Readonly<Record<string, RegExp>> = {
  'empty-file': /too small/,
  'one-byte': /too small/,
  text: /No magic bytes/,
  'csv-cut-in-a-row': /No magic bytes/,
  'json-renamed': /No magic bytes/,
  'html-login-page': /No magic bytes/,
  png: /No magic bytes/,
  zip: /No magic bytes/,
  'arrow-file-of-zeros': /No magic bytes/,
  'gzipped-parquet': /No magic bytes/,
  'only-the-magic': /too small/,
  'cut-in-data': /No magic bytes/,
  'cut-before-footer': /No magic bytes/,
  'cut-in-footer': /No magic bytes/,
  'cut-last-magic': /No magic bytes/,
  'cut-last-byte': /No magic bytes/,
  'footer-longer-than-file': /Footer length error/,
  'footer-of-noise': /don't know what type/,
  'bytes-lost-in-the-middle': /./,
  'data-zeroed': /Invalid data/,
  'bit-flip-in-page-header': /Invalid data/,
  'bit-flip-in-levels': /./,
  'bit-flip-in-compressed-length': /[Ss]nappy/,
  'bit-flips-in-values': /[Ss]nappy/,
  'encrypted-footer': /encrypted/,
  'encrypted-columns-plain-footer': /./,
  'codec-lzo': /codec "LZO"/,
};

const CONTRACT: Readonly<Record<string, string>> = {
  client_id: 'UTF8',
  date: 'DATE',
  ext_dev_ref: 'UTF8',
  energy_consumption: 'LIST of INT64',
  resolution: 'UTF8',
};

let readers: CorpusReaders;
beforeAll(async () => {
  readers = await CorpusReaders.open();
});
afterAll(() => readers.close());

describe('files that no reader can read', () => {
  it.each(Object.entries(DUCKDB_SAYS))('%s is refused by two readers', async (name, message) => {
    const bytes = await make(name);
    await expect(readers.duckdbRows(bytes)).rejects.toThrow(message);
    await expect(hyparquetRows(bytes)).rejects.toThrow();
  });

  it('that are cut off still start as Parquet files', async () => {
    for (const { make: bytes } of withCode('FILE_TRUNCATED')) expect(ascii(await bytes(), 0)).toBe('PAR1');
  });

  it('that are damaged still start and end as Parquet files', async () => {
    for (const { make: bytes, name } of withCode('FILE_DAMAGED')) {
      if (name.startsWith('arrow-')) continue;
      const file = await bytes();
      expect([ascii(file, 0), ascii(file, file.length - 4)]).toEqual(['PAR1', 'PAR1']);
    }
  });

  it('that are encrypted say so', async () => {
    const secret = await make('encrypted-footer');
    expect([ascii(secret, 0), ascii(secret, secret.length - 4)]).toEqual(['PARE', 'PARE']);
    const plain = await make('encrypted-columns-plain-footer');
    expect(ascii(plain, 0)).toBe('PAR1');
    expect(takeApart(plain).footer[FOOTER.encryption]).toBeDefined();
    expect(columnsOf(plain)).toEqual(CONTRACT);
  });
});

describe('sound files that do not fit', () => {
  it.each(namesOf('COLUMN_MISSING'))('%s lacks a column of the contract', async (name) => {
    const found = columnsOf(await make(name));
    const missing = Object.keys(CONTRACT).filter((column) => !(column in found));
    expect(missing).toEqual(
      name.startsWith('missing-') ? [name.slice('missing-'.length)] : Object.keys(CONTRACT),
    );
  });

  it.each(namesOf('COLUMN_TYPE'))('%s has one column of another type', async (name) => {
    const found = columnsOf(await make(name));
    expect(Object.keys(found)).toEqual(Object.keys(CONTRACT));
    expect(Object.keys(CONTRACT).filter((column) => found[column] !== CONTRACT[column])).toHaveLength(1);
  });

  it.each(namesOf('COLUMN_AMBIGUOUS'))('%s has two columns of one name', async (name) => {
    const names = topLevel(await make(name)).map(([column]) => column);
    expect(names).toHaveLength(6);
    expect(new Set(names)).toEqual(new Set(Object.keys(CONTRACT)));
  });

  it.each(namesOf('NO_ROWS'))('%s has the columns and no rows', async (name) => {
    const bytes = await make(name);
    expect(columnsOf(bytes)).toEqual(CONTRACT);
    expect((await readers.duckdbTotals(bytes)).rows).toBe(0);
  });

  it.each(namesOf('NO_VALUES'))('%s has rows and no values', async (name) => {
    const totals = await readers.duckdbTotals(await make(name));
    expect(totals.rows).toBeGreaterThan(0);
    expect(totals.values).toBe(0);
  });

  it.each(namesOf('NULL_KEY'))('%s has one null, in the sixth row', async (name) => {
    const column = name.slice('null-in-'.length);
    const rows = await hyparquetRows(await make(name));
    expect(rows.flatMap((row, index) => (row[column] === null ? [index] : []))).toEqual([5]);
  });

  it('more-than-memory is a small file that promises thousands of millions of values', async () => {
    const bytes = await make('more-than-memory');
    const { row_groups, num_rows } = parquetMetadata(asArrayBuffer(bytes));
    const values = row_groups.reduce(
      (sum, group) => sum + Number(group.columns[3]?.meta_data?.num_values),
      0,
    );
    expect(bytes.length).toBeLessThan(1_500_000);
    expect(Number(num_rows)).toBe(150_000_000);
    expect(values).toBe(3_600_000_000);
  });
});

it('every bad file is covered here and has a name of its own', () => {
  const proven = new Set<AppErrorCode>([
    'COLUMN_MISSING',
    'COLUMN_TYPE',
    'COLUMN_AMBIGUOUS',
    'NO_ROWS',
    'NO_VALUES',
    'NULL_KEY',
    'TOO_LARGE',
  ]);
  const names = badFiles.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  const unproven = badFiles.filter(
    ({ name, expectCode }) => !(name in DUCKDB_SAYS) && !proven.has(expectCode),
  );
  expect(unproven).toEqual([]);
});

async function make(name: string): Promise<Uint8Array> {
  return badFiles.find((file) => file.name === name)!.make();
}

function withCode(code: AppErrorCode) {
  return badFiles.filter(({ expectCode }) => expectCode === code);
}

function namesOf(code: AppErrorCode): string[] {
  return withCode(code).map(({ name }) => name);
}

function ascii(file: Uint8Array, from: number): string {
  return new TextDecoder('latin1').decode(file.slice(from, from + 4));
}

function columnsOf(file: Uint8Array): Record<string, string> {
  return Object.fromEntries(topLevel(file));
}

/** Name and type of each top-level column; of a list, the type of its items. */
function topLevel(file: Uint8Array): [string, string][] {
  const [root, ...elements] = parquetMetadata(asArrayBuffer(file)).schema;
  const columns: [string, string][] = [];
  let at = 0;
  for (let column = 0; column < (root?.num_children ?? 0); column++) {
    const element = elements[at]!;
    const type = element.converted_type ?? element.type ?? 'group';
    const item = type === 'LIST' ? elements[at + 2] : undefined;
    columns.push([element.name, item ? `LIST of ${itemType(item)}` : type]);
    at += 1;
    for (let open = element.num_children ?? 0; open > 0; open--) open += elements[at++]?.num_children ?? 0;
  }
  return columns;
}

/** A plain INT64 and one that says so twice are the same. */
function itemType(item: SchemaElement): string {
  const stated = item.converted_type === 'INT_64' ? undefined : item.converted_type;
  return stated ?? item.type ?? 'group';
}
