import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { AppError, toAppError } from '../domain/app-error';
import { ipcFromSmallTable, joinBytes, rowsFromIpc } from './arrow-rows';
import type { ArrowConnection, Engine, QueryOptions, Row, SmallTable, TableColumn } from './engine';
import * as statements from './statements';

/** Known when the page is built: a compressed response only states its packed length. */
const ENGINE_BYTES = Number(import.meta.env['ENGINE_BYTES']);
/** Bytes after which streamed pieces are handed on as one. */
const STREAM_PIECE_BYTES = 2 << 20;
/** Pieces of a streamed result that are asked for before the first of them is there. */
const FETCHES_AHEAD = 4;

export interface StartOptions {
  /** Both are bytes of the unpacked engine. */
  onProgress?: (loadedBytes: number, totalBytes: number) => void;
  /** Called once when the engine's worker dies. */
  onLost?: (cause: string) => void;
}

/**
 * Starts DuckDB-Wasm in a worker and hardens it: it can neither load an
 * extension nor reach a file or an address. A failed start can be tried again.
 * @throws AppError ENGINE_START
 */
export async function startWasmEngine(options: StartOptions = {}): Promise<Engine<ArrowConnection>> {
  const worker = new Worker(workerUrl);
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  const life = new AbortController();
  const lost = (event: ErrorEvent | MessageEvent) => {
    const cause = 'message' in event ? event.message : event.type;
    life.abort(new AppError('ENGINE_LOST', { cause }));
    options.onLost?.(cause);
  };
  worker.addEventListener('error', lost);
  worker.addEventListener('messageerror', lost);
  try {
    await untilAborted(
      database.instantiate(wasmUrl, null, (progress) =>
        options.onProgress?.(progress.bytesLoaded, ENGINE_BYTES),
      ),
      life.signal,
    );
    // No casts: a person's own result keeps its exact whole numbers and decimals.
    await database.open({
      path: ':memory:',
      query: { castBigIntToDouble: false, castDecimalToDouble: false },
    });
    const first = await database.connect();
    for (const statement of statements.DATABASE_STATEMENTS) await first.query(statement);
    for (const statement of statements.HARDENING_STATEMENTS) await first.query(statement);
    await first.close();
  } catch (thrown) {
    worker.terminate();
    throw toAppError(thrown, 'ENGINE_START');
  }
  return {
    connect: async () => {
      const opened = await untilAborted(database.connect(), life.signal);
      const id = opened.useUnsafe((_bindings, connection) => connection);
      const connection = new WasmConnection(database, id, life.signal);
      await connection.query(statements.CONNECTION_STATEMENT);
      return connection;
    },
    close: async () => {
      worker.removeEventListener('error', lost);
      await database.terminate();
    },
  };
}

/** One DuckDB-Wasm connection; calls on it run one after another. */
class WasmConnection implements ArrowConnection {
  private readonly database: AsyncDuckDB;
  private readonly id: number;
  private readonly life: AbortSignal;
  private last: Promise<unknown> = Promise.resolve();

  constructor(database: AsyncDuckDB, id: number, life: AbortSignal) {
    this.database = database;
    this.id = id;
    this.life = life;
  }

  query<R extends object = Row>(sql: string, options: QueryOptions = {}): Promise<R[]> {
    return this.inTurn(async () => {
      const pieces: Uint8Array[] = [];
      for await (const piece of this.execute(sql, options, false)) pieces.push(piece);
      return rowsFromIpc(pieces) as R[];
    });
  }

  async *stream(sql: string, options: QueryOptions = {}): AsyncIterable<Uint8Array> {
    let header: Uint8Array | null = null;
    let gathered: Uint8Array[] = [];
    let bytes = 0;
    for await (const piece of this.execute(sql, options, true)) {
      if (header === null) {
        header = piece;
        continue;
      }
      gathered.push(piece);
      bytes += piece.length;
      if (bytes < STREAM_PIECE_BYTES) continue;
      yield joinBytes([header, ...gathered]);
      gathered = [];
      bytes = 0;
    }
    if (header !== null) yield joinBytes([header, ...gathered]);
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

  async createTable(name: string, columns: readonly TableColumn[]): Promise<void> {
    await this.query(statements.createTableStatement(name, columns));
  }

  async createSmallTable(name: string, table: SmallTable): Promise<void> {
    await this.createTable(name, table.columns);
    if (table.rows.length > 0) await this.insertArrow(name, ipcFromSmallTable(table), false);
  }

  async compact(): Promise<void> {
    // It fails while another connection writes; then the next time does it.
    await this.query(statements.CHECKPOINT_STATEMENT).catch((thrown: unknown) => {
      if (thrown instanceof AppError && thrown.code === 'ENGINE_LOST') throw thrown;
    });
  }

  async renameTable(name: string, newName: string): Promise<void> {
    await this.query(statements.renameTableStatement(name, newName));
  }

  async dropTable(name: string): Promise<void> {
    await this.query(statements.dropTableStatement(name));
  }

  insertArrow(table: string, ipc: Uint8Array, create: boolean): Promise<void> {
    return this.inTurn(() =>
      this.guard(this.database.insertArrowFromIPCStream(this.id, ipc, { name: table, create })),
    );
  }

  async nameColumns(
    view: string,
    table: string,
    columns: readonly string[],
    absent: readonly string[],
  ): Promise<void> {
    await this.query(statements.nameColumnsStatement(view, table, columns, absent));
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

  async beginReadOnly(): Promise<void> {
    await this.query(statements.BEGIN_READ_ONLY_STATEMENT);
  }

  check(sql: string): Promise<'one' | 'several'> {
    return this.inTurn(async () => {
      try {
        const prepared = await this.guard(this.database.createPrepared(this.id, sql));
        await this.guard(this.database.closePrepared(this.id, prepared));
        return 'one';
      } catch (thrown) {
        if (thrown instanceof AppError && statements.SEVERAL_STATEMENTS.test(thrown.detail.cause ?? ''))
          return 'several';
        throw thrown;
      }
    });
  }

  async close(): Promise<void> {
    await this.inTurn(() => this.guard(this.database.disconnect(this.id)));
  }

  /** Runs a statement piecewise, so that other connections get their turn and an abort is heard between pieces. */
  private async *execute(sql: string, options: QueryOptions, streamed: boolean): AsyncIterable<Uint8Array> {
    const { signal } = options;
    signal?.throwIfAborted();
    await this.setVariables(options);
    let depleted = false;
    try {
      let header = await this.guard(this.database.startPendingQuery(this.id, sql, streamed));
      while (header === null) {
        signal?.throwIfAborted();
        header = await this.guard(this.database.pollPendingQuery(this.id));
      }
      yield header;
      for await (const piece of this.results(streamed ? FETCHES_AHEAD : 1, signal)) yield piece;
      depleted = true;
    } finally {
      if (!depleted && !this.life.aborted) await this.database.cancelPendingQuery(this.id).catch(() => false);
    }
  }

  /** Asks for pieces ahead, so that the engine works on while the last ones are on their way. */
  private async *results(ahead: number, signal: AbortSignal | undefined): AsyncIterable<Uint8Array> {
    const waiting: Promise<Uint8Array | null>[] = [];
    const ask = () => {
      const piece = this.guard(this.database.fetchQueryResults(this.id));
      piece.catch(() => undefined);
      waiting.push(piece);
    };
    try {
      for (;;) {
        signal?.throwIfAborted();
        while (waiting.length < ahead) ask();
        const piece = await waiting.shift();
        if (piece?.length === 0) return;
        if (piece) yield piece;
      }
    } finally {
      // Past its end a result answers with nothing; the next statement must not be asked before that.
      await Promise.allSettled(waiting);
    }
  }

  private async setVariables(options: QueryOptions): Promise<void> {
    for (const [name, value] of Object.entries(options.parameters ?? {})) {
      const statement = await this.guard(
        this.database.createPrepared(this.id, statements.setVariableStatement(name)),
      );
      await this.guard(this.database.runPrepared(this.id, statement, [value]));
      await this.guard(this.database.closePrepared(this.id, statement));
    }
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work, work);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async guard<T>(promise: Promise<T>): Promise<T> {
    try {
      return await untilAborted(promise, this.life);
    } catch (thrown) {
      throw engineError(thrown);
    }
  }
}

/** Settles with the promise, or rejects with the signal's reason as soon as it aborts. */
async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let stop: () => void = () => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => {
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function engineError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const cause = thrown instanceof Error ? thrown.message : String(thrown);
  if (/out of memory|bad_alloc|failed to allocate/i.test(cause))
    return new AppError('OUT_OF_MEMORY', { cause });
  if (/unreachable|signature mismatch|out of bounds|Aborted\(/i.test(cause)) {
    return new AppError('ENGINE_LOST', { cause });
  }
  return new AppError('QUERY_FAILED', { cause });
}
