import { DOUBLE, DuckDBDateValue, DuckDBInstance, DuckDBTimestampValue, LIST } from '@duckdb/node-api';
import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api';
import { AppError } from '../domain/app-error';
import type {
  Connection,
  Engine,
  Parameter,
  Parameters,
  QueryOptions,
  SmallTable,
  TableColumn,
  Value,
} from './engine';
import * as statements from './statements';

const DAY = 86_400_000;
const DOUBLE_LIST = LIST(DOUBLE);

type ListCell = string | number | null | readonly (number | null)[];

/**
 * DuckDB as a native library, for the command line and for tests.
 * `threads` pins the number of threads (benchmarks compare with one).
 */
export async function createNodeEngine(options: { threads?: number } = {}): Promise<Engine<NodeConnection>> {
  const config: Record<string, string> = {
    autoload_known_extensions: 'false',
    autoinstall_known_extensions: 'false',
    // The cache knows a file by name and size, and would answer for one that has been replaced.
    enable_external_file_cache: 'false',
  };
  if (options.threads !== undefined) config['threads'] = String(options.threads);
  const instance = await DuckDBInstance.create(':memory:', config);
  return {
    connect: async () => {
      const connection = await instance.connect();
      await connection.run(statements.UTC_SESSION_STATEMENT);
      return new NodeConnection(connection);
    },
    close: () => {
      instance.closeSync();
      return Promise.resolve();
    },
  };
}

/** One native connection. It alone can read and write files. */
export class NodeConnection implements Connection {
  private readonly connection: DuckDBConnection;

  constructor(connection: DuckDBConnection) {
    this.connection = connection;
  }

  async query<R extends object>(sql: string, options: QueryOptions = {}): Promise<R[]> {
    await this.setVariables(options);
    const stop = () => this.connection.interrupt();
    options.signal?.throwIfAborted();
    options.signal?.addEventListener('abort', stop);
    try {
      const reader = await this.connection.runAndReadAll(sql);
      return reader.getRowObjectsJS().map((row) => normalise(row) as R);
    } catch (thrown) {
      options.signal?.throwIfAborted();
      throw nativeError(thrown);
    } finally {
      options.signal?.removeEventListener('abort', stop);
    }
  }

  async materialize(
    kind: 'table' | 'view',
    name: string,
    select: string,
    options?: QueryOptions,
  ): Promise<void> {
    await this.query(statements.materializeStatement(kind, name, select), options);
  }

  async append(table: string, select: string, options?: QueryOptions): Promise<void> {
    await this.query(statements.appendStatement(table, select), options);
  }

  async assign(table: string, column: string, select: string, options?: QueryOptions): Promise<void> {
    await this.query(statements.assignStatement(table, column, select), options);
  }

  async createTable(name: string, columns: readonly TableColumn[]): Promise<void> {
    await this.query(statements.createTableStatement(name, columns));
  }

  async createSmallTable(name: string, table: SmallTable): Promise<void> {
    await this.createTable(name, table.columns);
    const appender = await this.connection.createAppender(name);
    for (const row of table.rows) {
      table.columns.forEach((column, index) => appendValue(appender, column, row[index] ?? null));
      appender.endRow();
    }
    appender.closeSync();
  }

  compact(): Promise<void> {
    return Promise.resolve();
  }

  async renameTable(name: string, newName: string): Promise<void> {
    await this.query(statements.renameTableStatement(name, newName));
  }

  /** Creates a table, replacing what had the name, and fills it; lists of numbers go into `double[]` columns. */
  async createListTable(
    name: string,
    columns: readonly TableColumn[],
    rows: Iterable<readonly ListCell[]>,
  ): Promise<void> {
    await this.createTable(name, columns);
    const appender = await this.connection.createAppender(name);
    for (const row of rows) {
      columns.forEach((column, index) => {
        const cell = row[index] ?? null;
        if (typeof cell === 'object' && cell !== null) appender.appendList(cell, DOUBLE_LIST);
        else appendValue(appender, column, cell);
      });
      appender.endRow();
    }
    appender.closeSync();
  }

  async nameColumns(
    view: string,
    table: string,
    columns: readonly string[],
    absent: readonly string[],
  ): Promise<void> {
    await this.query(statements.nameColumnsStatement(view, table, columns, absent));
  }

  async dropTable(name: string): Promise<void> {
    await this.query(statements.dropTableStatement(name));
  }

  async begin(): Promise<void> {
    await this.query('begin transaction');
  }

  async commit(): Promise<void> {
    await this.query('commit');
  }

  async rollback(): Promise<void> {
    await this.query('rollback');
  }

  /** Makes `view` stand for a Parquet file, its columns named by position (null: not in the file). */
  async exposeParquet(
    view: string,
    path: string,
    positions: readonly (readonly [string, number | null])[],
  ): Promise<void> {
    await this.setVariables({ parameters: { source_path: path } });
    await this.query(statements.parquetViewStatement(view, positions));
  }

  /** Writes the result of a select as a Parquet file with key-value metadata. */
  async copyToParquet(
    select: string,
    path: string,
    metadata: Readonly<Record<string, string>>,
    parameters: Parameters,
  ): Promise<void> {
    const values = Object.values(metadata).map((value, index) => [statements.metadataVariable(index), value]);
    const variables: Parameters = {
      ...parameters,
      output_path: path,
      ...(Object.fromEntries(values) as Parameters),
    };
    await this.query(statements.copyStatement(select, Object.keys(metadata)), { parameters: variables });
  }

  close(): Promise<void> {
    this.connection.closeSync();
    return Promise.resolve();
  }

  private async setVariables(options: QueryOptions): Promise<void> {
    for (const [name, value] of Object.entries(options.parameters ?? {})) {
      await this.connection.run(statements.setVariableStatement(name), [bound(value)]);
    }
  }
}

/** The binding takes every whole number for a 32-bit one and wraps what is larger, unless it is a BigInt. */
function bound(value: Parameter): Parameter | bigint {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) > 2 ** 31 - 1
    ? BigInt(value)
    : value;
}

function appendValue(
  appender: DuckDBAppender,
  column: TableColumn,
  value: string | number | boolean | null,
): void {
  if (value === null) appender.appendNull();
  else if (column.type === 'varchar') appender.appendVarchar(String(value));
  else if (column.type === 'boolean') appender.appendBoolean(Boolean(value));
  else if (column.type === 'date') appender.appendDate(new DuckDBDateValue(Math.floor(Number(value) / DAY)));
  else if (column.type === 'timestamp') {
    appender.appendTimestamp(new DuckDBTimestampValue(BigInt(Number(value)) * 1000n));
  } else if (column.type === 'smallint') appender.appendSmallInt(Number(value));
  else if (column.type === 'integer') appender.appendInteger(Number(value));
  else if (column.type === 'double') appender.appendDouble(Number(value));
  else throw new Error(`a small table cannot hold ${column.type}`);
}

function normalise(value: unknown): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return value.getTime();
  if (Array.isArray(value)) return value.map(normalise);
  if (typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, normalise(item)]));
  }
  return value as Value;
}

function nativeError(thrown: unknown): AppError {
  const cause = thrown instanceof Error ? thrown.message : String(thrown);
  return new AppError(/out of memory/i.test(cause) ? 'OUT_OF_MEMORY' : 'QUERY_FAILED', { cause });
}
