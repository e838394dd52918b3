import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

/** One row of an analytical table: instants in milliseconds (local ones as if UTC), dates as ISO text. */
export type AnalyticalRow = Record<string, string | number | boolean | null>;

/** A table's number of rows and a fingerprint of all its rows and columns, whatever their order. */
export interface TableHash {
  row_count: number;
  content_hash: string;
}

const sql = (name: string) => readFileSync(new URL(`./sql/${name}.sql`, import.meta.url), 'utf8');
const ANALYTICAL_ROWS = sql('analytical_rows');
const CSV_DIFFERENCES = sql('csv_differences');
const KEY_VALUE_METADATA = sql('key_value_metadata');
const COLUMN_TYPES = sql('column_types');
const DAY_DIFFERENCES = sql('day_differences');
const TABLE_HASH = sql('table_hash');

/** Every row of an analytical table, in file order, as native DuckDB reads it. */
export async function analyticalRows(path: string): Promise<AnalyticalRow[]> {
  const rows = await ask<AnalyticalRow>(ANALYTICAL_ROWS, { path });
  return rows.map(({ file_row_number: _position, ...row }) => row);
}

/** The table's fingerprint: equal for equal rows. */
export async function tableHash(path: string): Promise<TableHash> {
  const [hash] = await ask<TableHash>(TABLE_HASH, { path });
  return hash!;
}

/** The type of each column by name, in file order. */
export async function columnTypes(path: string): Promise<Record<string, string>> {
  const columns = await ask<{ column_name: string; column_type: string }>(COLUMN_TYPES, { path });
  return Object.fromEntries(columns.map(({ column_name, column_type }) => [column_name, column_type]));
}

/** What the file says of itself: our own keys without their prefix, each value read as JSON where it is JSON. */
export async function metadataOf(path: string): Promise<Record<string, unknown>> {
  const pairs = await ask<{ key: string; value: string }>(KEY_VALUE_METADATA, { path });
  const own = pairs.filter(({ key }) => key.startsWith('meterfold.'));
  return Object.fromEntries(own.map(({ key, value }) => [key.slice('meterfold.'.length), parsed(value)]));
}

/** Up to five rows that a CSV and a Parquet export of the same data do not share. */
export function csvDifferences(csvPath: string, parquetPath: string): Promise<object[]> {
  return ask(CSV_DIFFERENCES, { csv_path: csvPath, parquet_path: parquetPath });
}

/** Up to five days of an export by day that are not the sums of the meter's arrays in the source file. */
export function dayDifferences(path: string, sourcePath: string, meter: string): Promise<object[]> {
  return ask(DAY_DIFFERENCES, { path, source_path: sourcePath, meter });
}

function parsed(text: string): unknown {
  return /^[[{]/.test(text) ? JSON.parse(text) : text;
}

async function ask<R extends object>(query: string, parameters: Record<string, string>): Promise<R[]> {
  const instance = await DuckDBInstance.create(':memory:', { enable_external_file_cache: 'false' });
  try {
    const connection = await instance.connect();
    await connection.run("set timezone = 'UTC'");
    return (await connection.runAndReadAll(query, parameters)).getRowObjectsJS() as R[];
  } finally {
    instance.closeSync();
  }
}
