import { AppError } from '../../src/domain/app-error';
import { ipcFromSmallTable, joinBytes, rowsFromIpc } from '../../src/engine/arrow-rows';
import type { ArrowConnection, QueryOptions, Row, SmallTable, TableColumn } from '../../src/engine/engine';
import * as statements from '../../src/engine/statements';
import type { PageDatabase } from './page-engine';

/** A connection of the page's own engine on this thread: the statements of the page's adapter, without its worker. */
export class PageConnection implements ArrowConnection {
  constructor(
    private readonly database: PageDatabase,
    private readonly id: number,
  ) {}

  query<R extends object = Row>(sql: string, options: QueryOptions = {}): Promise<R[]> {
    return attempt(() => {
      options.signal?.throwIfAborted();
      this.setVariables(options);
      return rowsFromIpc(this.pieces(sql)) as R[];
    });
  }

  async *stream(sql: string, options: QueryOptions = {}): AsyncIterable<Uint8Array> {
    yield await attempt(() => {
      this.setVariables(options);
      return joinBytes(this.pieces(sql));
    });
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
    await this.query(statements.CHECKPOINT_STATEMENT).catch(() => undefined);
  }

  async renameTable(name: string, newName: string): Promise<void> {
    await this.query(statements.renameTableStatement(name, newName));
  }

  async dropTable(name: string): Promise<void> {
    await this.query(statements.dropTableStatement(name));
  }

  insertArrow(table: string, ipc: Uint8Array, create: boolean): Promise<void> {
    return attempt(() => this.database.insertArrowFromIPCStream(this.id, ipc, { name: table, create }));
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

  check(): Promise<'one' | 'several'> {
    return Promise.reject(new Error('no person writes statements here'));
  }

  close(): Promise<void> {
    return attempt(() => this.database.disconnect(this.id));
  }

  private pieces(sql: string): Uint8Array[] {
    let header = this.database.startPendingQuery(this.id, sql, false);
    while (header === null) header = this.database.pollPendingQuery(this.id);
    const pieces = [header];
    for (;;) {
      const piece = this.database.fetchQueryResults(this.id);
      if (piece === null) continue;
      if (piece.length === 0) return pieces;
      pieces.push(piece);
    }
  }

  private setVariables({ parameters = {} }: QueryOptions): void {
    for (const [name, value] of Object.entries(parameters)) {
      const statement = this.database.createPrepared(this.id, statements.setVariableStatement(name));
      this.database.runPrepared(this.id, statement, [value]);
      this.database.closePrepared(this.id, statement);
    }
  }
}

async function attempt<T>(work: () => T): Promise<T> {
  try {
    return await Promise.resolve(work());
  } catch (thrown) {
    if (thrown instanceof AppError || (thrown as Error).name === 'AbortError') throw thrown;
    throw new AppError('QUERY_FAILED', { cause: String(thrown) });
  }
}
