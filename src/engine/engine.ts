/**
 * The one small interface between Meterfold and DuckDB. Two adapters fulfil it:
 * `wasm-engine.ts` (built in main.tsx only) and `node-engine.ts` (command line
 * and tests only). Everything else sees this file.
 */

/** A value that SQL text may read with `getvariable('name')`; it never becomes part of the text. */
export type Parameter = string | number | boolean | null;
export type Parameters = Readonly<Record<string, Parameter>>;

/**
 * A result value. The adapters normalise: BIGINT and HUGEINT become number (cast
 * exact figures to VARCHAR in SQL), DATE and TIMESTAMP become milliseconds since
 * the epoch as if UTC, lists become arrays.
 */
export type Value = string | number | boolean | null | Value[] | { [field: string]: Value };
export type Row = Record<string, Value>;

export type ColumnType =
  | 'varchar'
  | 'boolean'
  | 'smallint'
  | 'integer'
  | 'bigint'
  | 'double'
  | 'date'
  | 'timestamp'
  | 'integer[]'
  | 'smallint[]'
  | 'double[]'
  | 'decimal(38,9)';

export interface TableColumn {
  name: string;
  type: ColumnType;
}

/** A small table made in TypeScript. Dates and timestamps are milliseconds since the epoch, as if UTC. */
export interface SmallTable {
  columns: readonly TableColumn[];
  rows: readonly (readonly (string | number | boolean | null)[])[];
}

export interface QueryOptions {
  parameters?: Parameters;
  signal?: AbortSignal;
}

/**
 * One connection: its own transaction, variables and running statement. Names of
 * tables and columns given here are Meterfold's own, never a person's text.
 */
export interface Connection {
  /** Runs one statement and returns all its rows as plain objects. Aborting interrupts the statement. */
  query<R extends object = Row>(sql: string, options?: QueryOptions): Promise<R[]>;
  /** Stores (or, for a view, names) the result of a select, replacing what had the name. */
  materialize(kind: 'table' | 'view', name: string, select: string, options?: QueryOptions): Promise<void>;
  /** Adds the result of a select to a table. */
  append(table: string, select: string, options?: QueryOptions): Promise<void>;
  /** Sets a column of the stored rows that the select names by `row_position`, the engine's number of a row, to its `value`. */
  assign(table: string, column: string, select: string, options?: QueryOptions): Promise<void>;
  /** Creates an empty table, replacing what had the name. */
  createTable(name: string, columns: readonly TableColumn[]): Promise<void>;
  /** Creates a table, replacing what had the name, and fills it. */
  createSmallTable(name: string, table: SmallTable): Promise<void>;
  /** Makes stored rows as small as they can be; of use after many were added, never needed. */
  compact(): Promise<void>;
  /** Renames a table; nothing may have the new name. */
  renameTable(name: string, newName: string): Promise<void>;
  /** Names the table's columns by position, in a view; `absent` columns are added as null text. */
  nameColumns(
    view: string,
    table: string,
    columns: readonly string[],
    absent: readonly string[],
  ): Promise<void>;
  /** Drops the table if it is there. */
  dropTable(name: string): Promise<void>;
  begin(): Promise<void>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
  close(): Promise<void>;
}

/** A connection that also speaks Arrow IPC; only the wasm engine has it. */
export interface ArrowConnection extends Connection {
  /** Appends an Arrow IPC stream to a table; `create` makes the table from the stream's own schema. */
  insertArrow(table: string, ipc: Uint8Array, create: boolean): Promise<void>;
  /** The result as one complete Arrow IPC stream, in pieces: the schema first, then batches, undecoded. */
  stream(sql: string, options?: QueryOptions): AsyncIterable<Uint8Array>;
  /** Starts a transaction in which the engine itself refuses every change of a table or view. */
  beginReadOnly(): Promise<void>;
  /**
   * Lets the engine parse and bind a text that a person wrote, without running it.
   * @returns `several` for a text that the engine takes for more than one statement
   * @throws AppError QUERY_FAILED
   */
  check(sql: string): Promise<'one' | 'several'>;
}

export interface Engine<C extends Connection = Connection> {
  connect(): Promise<C>;
  /** Ends the engine and gives its memory back; in the browser, calls that still wait fail with ENGINE_LOST. */
  close(): Promise<void>;
}
