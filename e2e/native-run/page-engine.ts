import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createDuckDB, NODE_RUNTIME, VoidLogger } from '@duckdb/duckdb-wasm/blocking';
import * as statements from '../../src/engine/statements';

/** The page's own engine, hardened like the page's, on this thread: for tests of what it says and allows. */
export interface PageEngine {
  /** Runs a statement outside any transaction. */
  run: (sql: string) => Record<string, unknown>[];
  /** Treats a person's statement as the session does; throws what the engine throws. */
  read: (sql: string, mayExpand: boolean) => { rows: Record<string, unknown>[]; columns: string[] };
  /** The result's Arrow IPC streams, as the session hands them on. */
  stream: (sql: string) => Uint8Array[];
}

/** DuckDB-Wasm, called on this thread. */
export type PageDatabase = Awaited<ReturnType<typeof createDuckDB>>;

/**
 * The engine itself, hardened, and a way to open connections as the page opens them.
 * @param memoryLimit in place of its own 3.1 GiB, as `400MB`
 */
export async function startPageDatabase(
  memoryLimit?: string,
): Promise<{ database: PageDatabase; connect: () => number }> {
  const dist = dirname(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm'));
  const bundle = (name: string) => ({ mainModule: join(dist, `duckdb-${name}.wasm`), mainWorker: '' });
  const database = await createDuckDB(
    { mvp: bundle('mvp'), eh: bundle('eh') },
    new VoidLogger(),
    NODE_RUNTIME,
  );
  await database.instantiate(() => undefined);
  database.open({ path: ':memory:', query: { castBigIntToDouble: false, castDecimalToDouble: false } });
  const first = database.connect();
  for (const statement of statements.DATABASE_STATEMENTS) first.query(statement);
  if (memoryLimit) first.query(`set memory_limit = '${memoryLimit}'`);
  for (const statement of statements.HARDENING_STATEMENTS) first.query(statement);
  first.close();
  return {
    database,
    connect: () => {
      const connection = database.connect();
      connection.query(statements.CONNECTION_STATEMENT);
      return connection['_conn'];
    },
  };
}

export async function startPageEngine(): Promise<PageEngine> {
  const { database } = await startPageDatabase();
  const first = database.connect();
  first.query(statements.CONNECTION_STATEMENT);
  const rowsOf = (table: { toArray: () => unknown[] }) =>
    table.toArray().map((row) => ({ ...(row as Record<string, unknown>) }));
  const reading = <T>(work: (connection: ReturnType<typeof database.connect>) => T): T => {
    const connection = database.connect();
    try {
      connection.query(statements.CONNECTION_STATEMENT);
      connection.query(statements.BEGIN_READ_ONLY_STATEMENT);
      return work(connection);
    } finally {
      connection.close();
    }
  };
  return {
    run: (sql) => rowsOf(first.query(sql)),
    read: (sql, mayExpand) =>
      reading((connection) => {
        try {
          connection.prepare(sql).close();
        } catch (thrown) {
          if (!mayExpand || !statements.SEVERAL_STATEMENTS.test(String(thrown))) throw thrown;
        }
        const table = connection.query(sql);
        return { rows: rowsOf(table), columns: table.schema.fields.map((field) => field.name) };
      }),
    stream: (sql) =>
      reading((connection) => {
        const handle = connection['_conn'];
        let header = database.startPendingQuery(handle, sql, true);
        while (header === null) header = database.pollPendingQuery(handle);
        const pieces = [header];
        for (;;) {
          const piece = database.fetchQueryResults(handle);
          if (piece === null) continue;
          if (piece.length === 0) return pieces;
          pieces.push(piece);
        }
      }),
  };
}
