import type { TableColumn } from './engine';

/**
 * The few statements that are not models or questions: the frame around a select.
 * All names are Meterfold's own; a name that is not a plain word is a bug.
 */

/** Settings that keep the engine from ever asking for a file or an extension; must run before anything else. */
export const HARDENING_STATEMENTS = [
  'set autoload_known_extensions = false',
  'set autoinstall_known_extensions = false',
  'set enable_external_access = false',
  'set lock_configuration = true',
] as const;

/**
 * Native DuckDB carries time zone data and reads a bare cast to TIMESTAMPTZ in the
 * machine's zone; this makes the cast mean UTC there too, as it does in the browser.
 */
export const UTC_SESSION_STATEMENT = "set TimeZone = 'UTC'";

/**
 * A database whose finished blocks are compressed. When, is said by `compact`: left to itself the engine does it at
 * every commit of 16 MB, batches that are only passed through among them, which took half the time of staging.
 */
export const DATABASE_STATEMENTS = [
  "attach ':memory:' as meterfold (compress)",
  "set checkpoint_threshold = '1TB'",
] as const;

/** What each connection is told first. */
export const CONNECTION_STATEMENT = 'use meterfold';

/** Compresses what has been added since the last time; tables that are being written to are left for later. */
export const CHECKPOINT_STATEMENT = 'checkpoint';

/** A transaction in which the engine refuses to change what is stored. */
export const BEGIN_READ_ONLY_STATEMENT = 'begin transaction read only';

/** How the engine says that a text holds more than one statement. */
export const SEVERAL_STATEMENTS = /cannot prepare multiple statements/i;

const BINARY_UNITS = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'];

/** How much the engine had taken when it could not get more, as its message says: `(2.5 GiB/3.1 GiB used)`. */
export function usedBytes(message: string): number | null {
  const [, amount, unit] = /\(([\d.]+) (\w+)\/[\d.]+ \w+ used\)/.exec(message) ?? [];
  const power = BINARY_UNITS.indexOf(unit ?? '');
  return power < 0 ? null : Number(amount) * 1024 ** power;
}

export function materializeStatement(kind: 'table' | 'view', name: string, select: string): string {
  return `create or replace ${kind} ${plainName(name)} as\n${select}`;
}

export function appendStatement(table: string, select: string): string {
  return `insert into ${plainName(table)}\n${select}`;
}

export function createTableStatement(name: string, columns: readonly TableColumn[]): string {
  const list = columns.map((column) => `${plainName(column.name)} ${column.type}`).join(', ');
  return `create or replace table ${plainName(name)} (${list})`;
}

/** Sets a column of the stored rows that the select names by their `row_position`, to its `value`. */
export function assignStatement(table: string, column: string, select: string): string {
  const name = plainName(table);
  return `update ${name} set ${plainName(column)} = change.value\nfrom (\n${select}\n) as change\nwhere change.row_position = ${name}.rowid`;
}

export function dropTableStatement(name: string): string {
  return `drop table if exists ${plainName(name)}`;
}

export function setVariableStatement(name: string): string {
  return `set variable ${plainName(name)} = $1`;
}

export function renameTableStatement(name: string, newName: string): string {
  return `alter table ${plainName(name)} rename to ${plainName(newName)}`;
}

/** A view over a table whose columns get our names by position, so that a file's own names stay out of SQL text. */
export function nameColumnsStatement(
  view: string,
  table: string,
  columns: readonly string[],
  absent: readonly string[],
): string {
  const added = absent.map((name) => `, null::varchar as ${plainName(name)}`).join('');
  const names = columns.map(plainName).join(', ');
  return `create or replace view ${plainName(view)} as select *${added} from ${plainName(table)} as named(${names})`;
}

/** The same for a Parquet file that native DuckDB reads: columns by position, the path from a variable. */
export function parquetViewStatement(
  view: string,
  positions: readonly (readonly [string, number | null])[],
): string {
  const list = positions
    .map(
      ([name, position]) =>
        `${position === null ? 'null::varchar' : `#${position + 1}`} as ${plainName(name)}`,
    )
    .join(', ');
  return `create or replace view ${plainName(view)} as select ${list} from read_parquet(getvariable('source_path'))`;
}

/** Writes a select as a Parquet file; path and metadata come from variables, keys are Meterfold's own. */
export function copyStatement(select: string, metadataKeys: readonly string[]): string {
  const metadata = metadataKeys
    .map((key, index) => `'${plainKey(key)}': getvariable('${metadataVariable(index)}')`)
    .join(', ');
  return `copy (${select}) to (getvariable('output_path')) (format parquet, compression zstd, row_group_size 1000000, kv_metadata {${metadata}})`;
}

/** The variable that holds a metadata value. */
export function metadataVariable(index: number): string {
  return `metadata_${index}`;
}

function plainKey(key: string): string {
  if (!/^[a-z][a-z0-9_.]*$/.test(key)) throw new Error(`not a plain key: ${key}`);
  return key;
}

function plainName(name: string): string {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error(`not a plain name: ${name}`);
  return name;
}
