import { AppError, toAppError } from '../../domain/app-error';
import type { Session } from '../session';
import { engineTrouble } from './engine-trouble';
import { dictionaryColumns, ResultTable } from './result-table';
import { guardStatement, severalStatements } from './statement-guard';
import type { StatementTrouble } from './statement-guard';
import { withoutEnd } from './statement-text';

/** What the console shows of the last statement. */
export interface ConsoleState {
  phase: 'idle' | 'running' | 'done' | 'failed' | 'cancelled';
  /** The text that was run, and where it begins in the editor's text. */
  sql: string;
  offset: number;
  startedAt: number;
  elapsedMs: number;
  table: ResultTable | null;
  rows: number;
  /** More rows than are held exist, or may exist. */
  hasMore: boolean;
  trouble: StatementTrouble | null;
  /** A cancelled statement that the engine has not let go of yet: it only hears between its steps. */
  isReleasing: boolean;
  /** The version of the data that the rows are of. */
  version: number;
}

const IDLE: ConsoleState = {
  phase: 'idle',
  sql: '',
  offset: 0,
  startedAt: 0,
  elapsedMs: 0,
  table: null,
  rows: 0,
  hasMore: false,
  trouble: null,
  isReleasing: false,
  version: 0,
};

/** How often the growing number of rows is told, in milliseconds. */
const TELL_EVERY = 100;

/** Runs a person's statements, one at a time, and keeps the last result while other views are shown. */
export class ConsoleRun {
  private state = IDLE;
  private readonly listeners = new Set<() => void>();
  private abort: AbortController | null = null;
  private readonly session: Session;

  constructor(session: Session) {
    this.session = session;
  }

  getState = (): ConsoleState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Runs a statement; one that is still running is cancelled first. Never throws. */
  async run(sql: string, offset: number): Promise<void> {
    this.abort?.abort();
    const abort = new AbortController();
    this.abort = abort;
    const version = this.session.getState().dataset?.version ?? 0;
    const startedAt = performance.now();
    const begin = { ...IDLE, sql, offset, startedAt, version };
    const trouble = guardStatement(sql);
    if (trouble) {
      this.set({ ...begin, phase: 'failed', trouble: moved(trouble, offset) });
      return;
    }
    this.set({ ...begin, phase: 'running' });
    const work = this.gather(sql, abort.signal);
    try {
      await Promise.race([work, aborted(abort.signal)]);
      this.finish(abort, { phase: 'done' });
    } catch (thrown) {
      const error = toAppError(thrown, 'QUERY_FAILED');
      if (error.code === 'CANCELLED') {
        this.finish(abort, { phase: 'cancelled', isReleasing: true });
        await work.catch(() => undefined);
        if (this.abort === abort) this.set({ ...this.state, isReleasing: false });
      } else
        this.finish(abort, { phase: 'failed', table: null, rows: 0, trouble: troubleOf(error, sql, offset) });
    }
  }

  cancel(): void {
    this.abort?.abort();
  }

  private async gather(sql: string, signal: AbortSignal): Promise<void> {
    let text = sql;
    for (;;) {
      const wrapped = await this.gatherOnce(text, signal);
      if (wrapped === null) return;
      text = wrapped;
    }
  }

  /** @returns the statement to run instead, when the result holds what a stream cannot carry */
  private async gatherOnce(sql: string, signal: AbortSignal): Promise<string | null> {
    let table: ResultTable | null = null;
    let told = performance.now();
    const pieces = this.session.readStatement(readStatement(sql), signal);
    for await (const piece of pieces) {
      if (table === null) {
        const wrapped = withoutDictionaries(sql, piece);
        if (wrapped !== null) return wrapped;
        table = new ResultTable(piece);
      }
      const wantsMore = table.append(piece);
      if (!wantsMore || performance.now() - told > TELL_EVERY) {
        told = performance.now();
        this.tell(signal, { table, rows: table.rows, hasMore: !wantsMore });
      }
      if (!wantsMore) return null;
    }
    this.tell(signal, { table, rows: table?.rows ?? 0 });
    return null;
  }

  private tell(signal: AbortSignal, change: Partial<ConsoleState>): void {
    if (signal.aborted) return;
    this.set({ ...this.state, ...change, elapsedMs: performance.now() - this.state.startedAt });
  }

  private finish(abort: AbortController, change: Partial<ConsoleState>): void {
    // A later statement has taken over; its state is not this one's to change.
    if (this.abort !== abort) return;
    this.set({ ...this.state, ...change, elapsedMs: performance.now() - this.state.startedAt });
  }

  private set(state: ConsoleState): void {
    this.state = state;
    this.listeners.forEach((listener) => listener());
  }
}

/** Rejects as soon as the signal aborts: a person who cancels is not kept waiting for the engine. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}

/** The statement as the session runs it. */
export function readStatement(sql: string): { sql: string; mayExpand: boolean } {
  const bare = withoutEnd(sql);
  // Without any semicolon there is one statement, whatever the engine makes of it.
  return { sql: bare, mayExpand: !bare.includes(';') };
}

function troubleOf(error: AppError, sql: string, offset: number): StatementTrouble {
  if (error.code === 'SEVERAL_STATEMENTS') return severalStatements(null);
  return engineTrouble(error, sql, offset);
}

function moved(trouble: StatementTrouble, offset: number): StatementTrouble {
  const { place } = trouble;
  return { ...trouble, place: place && { from: place.from + offset, to: place.to + offset } };
}

/**
 * The same statement with enumerations as text, or null when there are none.
 * @throws AppError QUERY_FAILED for one inside a list or struct, which no cast of ours reaches
 */
function withoutDictionaries(sql: string, firstPiece: Uint8Array): string | null {
  const columns = dictionaryColumns(firstPiece);
  if (columns.length === 0) return null;
  if (columns.some(({ isWhole }) => !isWhole)) {
    throw new AppError('QUERY_FAILED', {
      cause: `The column ${columns[0]!.name} holds an ENUM inside a list or struct: cast it to VARCHAR`,
    });
  }
  const casts = columns.map(({ name }) => quotedName(name)).map((name) => `${name}::varchar as ${name}`);
  return `select * replace (${casts.join(', ')}) from (\n${withoutEnd(sql)}\n)`;
}

function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
