import type { AsyncDuckDB } from '@duckdb/duckdb-wasm';
import { AppError } from '../domain/app-error';
import { ipcFromSmallTable, joinBytes, rowsFromIpc } from './arrow-rows';
import type { ArrowConnection, Parameter, QueryOptions, Row, SmallTable, TableColumn } from './engine';
import * as statements from './statements';
import { untilAborted } from '../domain/until-aborted';

/** Bytes after which streamed pieces are handed on as one. */
const STREAM_PIECE_BYTES = 2 << 20;
/** Pieces of a streamed result that are asked for before the first of them is there. */
const FETCHES_AHEAD = 4;
/** The same of a whole result: the piece, and the answer that there are no more. */
const WHOLE_FETCHES_AHEAD = 2;

/** What a connection needs of DuckDB-Wasm. */
export type EngineBindings = Pick<
  AsyncDuckDB,
  | 'cancelPendingQuery'
  | 'closePrepared'
  | 'createPrepared'
  | 'disconnect'
  | 'fetchQueryResults'
  | 'insertArrowFromIPCStream'
  | 'pollPendingQuery'
  | 'runPrepared'
  | 'startPendingQuery'
>;

/** One DuckDB-Wasm connection; calls on it run one after another. */
export class WasmConnection implements ArrowConnection {
  private readonly database: EngineBindings;
  private readonly id: number;
  private readonly life: AbortSignal;
  private last: Promise<unknown> = Promise.resolve();
  private readonly setters = new Map<string, number>();
  private readonly variables = new Map<string, Parameter>();

  constructor(database: EngineBindings, id: number, life: AbortSignal) {
    this.database = database;
    this.id = id;
    this.life = life;
  }

  /** Takes over a connection that has just been opened. */
  static async begun(database: EngineBindings, id: number, life: AbortSignal): Promise<WasmConnection> {
    const connection = new WasmConnection(database, id, life);
    await connection.run(statements.CONNECTION_STATEMENT);
    return connection;
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
    await this.run(statements.materializeStatement(kind, name, select), options);
  }

  async append(table: string, select: string, options?: QueryOptions): Promise<void> {
    await this.run(statements.appendStatement(table, select), options);
  }

  async assign(table: string, column: string, select: string, options?: QueryOptions): Promise<void> {
    await this.run(statements.assignStatement(table, column, select), options);
  }

  async createTable(name: string, columns: readonly TableColumn[]): Promise<void> {
    await this.run(statements.createTableStatement(name, columns));
  }

  async createSmallTable(name: string, table: SmallTable): Promise<void> {
    await this.createTable(name, table.columns);
    if (table.rows.length > 0) await this.insertArrow(name, ipcFromSmallTable(table), false);
  }

  async compact(): Promise<void> {
    // It fails while another connection writes; then the next time does it.
    await this.run(statements.CHECKPOINT_STATEMENT).catch((thrown: unknown) => {
      if (thrown instanceof AppError && thrown.code === 'ENGINE_LOST') throw thrown;
    });
  }

  async renameTable(name: string, newName: string): Promise<void> {
    await this.run(statements.renameTableStatement(name, newName));
  }

  async dropTable(name: string): Promise<void> {
    await this.run(statements.dropTableStatement(name));
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
    await this.run(statements.nameColumnsStatement(view, table, columns, absent));
  }

  async begin(): Promise<void> {
    await this.run('begin transaction');
  }

  async commit(): Promise<void> {
    await this.run('commit');
  }

  async rollback(): Promise<void> {
    await this.run('rollback');
  }

  async beginReadOnly(): Promise<void> {
    await this.run(statements.BEGIN_READ_ONLY_STATEMENT);
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

  /** Runs a statement whose result nobody asks for: it has been carried out once its header is there. */
  private run(sql: string, options: QueryOptions = {}): Promise<void> {
    return this.inTurn(async () => {
      await this.begun(sql, options, false);
    });
  }

  /** The header of a statement's result; without streaming, everything has happened by then. */
  private async begun(sql: string, options: QueryOptions, streamed: boolean): Promise<Uint8Array> {
    const { signal } = options;
    signal?.throwIfAborted();
    await this.setVariables(options);
    let header: Uint8Array | null = null;
    try {
      header = await this.guard(this.database.startPendingQuery(this.id, sql, streamed));
      while (header === null) {
        signal?.throwIfAborted();
        header = await this.guard(this.database.pollPendingQuery(this.id));
      }
      return header;
    } finally {
      if (header === null) await this.cancelRest();
    }
  }

  private async cancelRest(): Promise<void> {
    if (!this.life.aborted) await this.database.cancelPendingQuery(this.id).catch(() => false);
  }

  /** Runs a statement piecewise, so that other connections get their turn and an abort is heard between pieces. */
  private async *execute(sql: string, options: QueryOptions, streamed: boolean): AsyncIterable<Uint8Array> {
    const { signal } = options;
    const header = await this.begun(sql, options, streamed);
    let depleted = false;
    try {
      yield header;
      for await (const piece of this.results(streamed ? FETCHES_AHEAD : WHOLE_FETCHES_AHEAD, signal))
        yield piece;
      depleted = true;
    } finally {
      if (!depleted) await this.cancelRest();
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
    let pieces = 0;
    try {
      for (;;) {
        signal?.throwIfAborted();
        // Most results are one piece. To ask again before the end was heard would wait for other connections' turns.
        while (waiting.length < (pieces === 1 ? 1 : ahead)) ask();
        const piece = await waiting.shift();
        if (piece?.length === 0) return;
        if (!piece) continue;
        pieces += 1;
        yield piece;
      }
    } finally {
      // Past its end a result answers with nothing; the next statement must not be asked before that.
      await Promise.allSettled(waiting);
    }
  }

  /** Each goes over to the worker and back: what a variable holds already is left alone, the others go together. */
  private async setVariables(options: QueryOptions): Promise<void> {
    const changed = Object.entries(options.parameters ?? {}).filter(
      ([name, value]) => !this.variables.has(name) || !Object.is(this.variables.get(name), value),
    );
    const setters = await Promise.all(changed.map(([name]) => this.setter(name)));
    await Promise.all(
      changed.map(async ([name, value], place) => {
        this.variables.delete(name);
        await this.guard(this.database.runPrepared(this.id, setters[place]!, [value]));
        this.variables.set(name, value);
      }),
    );
  }

  private async setter(name: string): Promise<number> {
    const known = this.setters.get(name);
    if (known !== undefined) return known;
    const statement = await this.guard(
      this.database.createPrepared(this.id, statements.setVariableStatement(name)),
    );
    this.setters.set(name, statement);
    return statement;
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(() => {
      // An engine that was ended takes no more messages.
      this.life.throwIfAborted();
      return work();
    });
    // An answer is not kept until the next question.
    this.last = turn.then(
      () => undefined,
      () => undefined,
    );
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

function engineError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const cause = thrown instanceof Error ? thrown.message : String(thrown);
  if (/out of memory|bad_alloc|failed to allocate|allocation failed/i.test(cause)) {
    const used_bytes = statements.usedBytes(cause);
    return new AppError('OUT_OF_MEMORY', used_bytes === null ? { cause } : { cause, used_bytes });
  }
  if (/unreachable|signature mismatch|out of bounds|Aborted\(/i.test(cause)) {
    return new AppError('ENGINE_LOST', { cause });
  }
  return new AppError('QUERY_FAILED', { cause });
}
