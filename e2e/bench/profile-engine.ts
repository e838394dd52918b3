import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createDuckDB, NODE_RUNTIME, VoidLogger } from '@duckdb/duckdb-wasm/blocking';
import type { ArrowConnection } from '../../src/engine/engine';
import type { WorkCost } from './figures';
import * as statements from '../../src/engine/statements';
import { WasmConnection } from '../../src/engine/wasm-connection';
import type { EngineBindings } from '../../src/engine/wasm-connection';

export interface ProfiledEngine {
  connection: ArrowConnection;
  /** Costs so far, in the order in which the kinds of work were first done. */
  costs: () => WorkCost[];
  /** Starts the costs anew. */
  forget: () => void;
  /** WebAssembly memory, which never shrinks. */
  engineBytes: () => number;
}

const METHODS: readonly (keyof EngineBindings)[] = [
  'cancelPendingQuery',
  'closePrepared',
  'createPrepared',
  'disconnect',
  'fetchQueryResults',
  'insertArrowFromIPCStream',
  'pollPendingQuery',
  'runPrepared',
  'startPendingQuery',
];

/** The page's engine and the page's own way to talk to it, on this thread, with a stopwatch at each call. */
export async function startProfiledEngine(): Promise<ProfiledEngine> {
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
  for (const statement of statements.HARDENING_STATEMENTS) first.query(statement);
  const handle = database.connect().useUnsafe((_bindings, connection) => connection);
  const bindings = Object.fromEntries(
    METHODS.map((name) => [
      name,
      // eslint-disable-next-line @typescript-eslint/require-await -- what fails must fail as the page's engine does
      async (...values: unknown[]) =>
        (database as unknown as Record<string, (...values: unknown[]) => unknown>)[name]!(...values),
    ]),
  ) as unknown as EngineBindings;
  const plain = new WasmConnection(bindings, handle, new AbortController().signal);
  await plain.query(statements.CONNECTION_STATEMENT);
  const engineBytes = () => (database.mod as unknown as { HEAPU8: Uint8Array }).HEAPU8.buffer.byteLength;
  return { ...stopwatch(plain, engineBytes), engineBytes };
}

function stopwatch(
  connection: ArrowConnection,
  engineBytes: () => number,
): Pick<ProfiledEngine, 'connection' | 'costs' | 'forget'> {
  const costs = new Map<string, WorkCost>();
  const timed = async <T>(work: string, run: () => Promise<T>): Promise<T> => {
    const before = process.cpuUsage();
    try {
      return await run();
    } finally {
      const { user, system } = process.cpuUsage(before);
      const cost = costs.get(work) ?? { work, cpu_ms: 0, calls: 0, engine_bytes: 0 };
      cost.cpu_ms += (user + system) / 1000;
      cost.calls += 1;
      cost.engine_bytes = engineBytes();
      costs.set(work, cost);
    }
  };
  const watched: Partial<ArrowConnection> = {
    materialize: (kind, name, select, options) =>
      timed(kind === 'view' ? 'views' : name, () => connection.materialize(kind, name, select, options)),
    append: (table, select, options) => timed(table, () => connection.append(table, select, options)),
    insertArrow: (table, ipc, create) =>
      timed(`arrow batches`, () => connection.insertArrow(table, ipc, create)),
    compact: () => timed('compressing', () => connection.compact()),
    query: (sql, options) => timed(titleOf(sql), () => connection.query(sql, options)),
    commit: () => timed('commit', () => connection.commit()),
  };
  const proxy = new Proxy(connection, {
    get: (target, name) => {
      const own = watched[name as keyof ArrowConnection];
      if (own) return own;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value as (...given: unknown[]) => unknown).bind(target) : value;
    },
  });
  return { connection: proxy, costs: () => [...costs.values()], forget: () => costs.clear() };
}

/** A question's own first line; statements of the frame have none. */
function titleOf(sql: string): string {
  return /^-- (.{1,40})/.exec(sql)?.[1] ?? 'frame';
}
