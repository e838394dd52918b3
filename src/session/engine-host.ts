import { AppError, toAppError } from '../domain/app-error';
import type { ReadStatement } from './session';
import type { ArrowConnection, Engine, Parameters, Row } from '../engine/engine';

export type StartEngine = (hooks: {
  onProgress: (loadedBytes: number, totalBytes: number | null) => void;
  onLost: (cause: string) => void;
}) => Promise<Engine<ArrowConnection>>;

const QUESTION_CONNECTIONS = 3;

/**
 * Owns the engine: starts it once, again after it failed or was lost, and lends
 * connections. Jobs get a connection of their own; questions share a few, so
 * that one slow question does not hold up the next.
 */
export class EngineHost {
  private engine: Promise<Engine<ArrowConnection>> | null = null;
  private idle: ArrowConnection[] = [];
  private opened = 0;
  private waiting: { resolve: (connection: ArrowConnection) => void; reject: (error: AppError) => void }[] =
    [];
  private readonly startEngine: StartEngine;
  private readonly onPhase: (
    phase: 'starting' | 'ready' | 'failed',
    loaded: number,
    total: number | null,
  ) => void;
  private readonly onLost: (error: AppError) => void;

  constructor(
    startEngine: StartEngine,
    onPhase: (phase: 'starting' | 'ready' | 'failed', loaded: number, total: number | null) => void,
    onLost: (error: AppError) => void,
  ) {
    this.startEngine = startEngine;
    this.onPhase = onPhase;
    this.onLost = onLost;
  }

  /** The running engine; a failed start is forgotten, so that the next call tries again. */
  start(): Promise<Engine<ArrowConnection>> {
    this.engine ??= this.startOnce().catch((thrown: unknown) => {
      const error = toAppError(thrown, 'ENGINE_START');
      this.forget(error);
      this.onPhase('failed', 0, null);
      throw error;
    });
    return this.engine;
  }

  /** Lends a connection for one job and closes it afterwards. */
  async withConnection<T>(work: (connection: ArrowConnection) => Promise<T>): Promise<T> {
    const engine = await this.start();
    const connection = await engine.connect();
    try {
      return await work(connection);
    } catch (thrown) {
      this.noteLoss(thrown);
      throw thrown;
    } finally {
      await connection.close().catch(() => undefined);
    }
  }

  /** Asks one question on one of the shared connections. */
  async ask<R extends object = Row>(sql: string, parameters: Parameters, signal: AbortSignal): Promise<R[]> {
    const connection = await this.borrow(signal);
    try {
      return await connection.query<R>(sql, { parameters, signal });
    } catch (thrown) {
      this.noteLoss(thrown);
      throw thrown;
    } finally {
      this.giveBack(connection);
    }
  }

  /** Streams a person's own statement from a connection that can only read and is closed afterwards. */
  async *readStatement({ sql, mayExpand }: ReadStatement, signal: AbortSignal): AsyncIterable<Uint8Array> {
    const engine = await this.start();
    const connection = await engine.connect();
    try {
      await connection.beginReadOnly();
      const found = await connection.check(sql);
      if (found === 'several' && !mayExpand) throw new AppError('SEVERAL_STATEMENTS');
      yield* connection.stream(sql, { signal });
    } catch (thrown) {
      this.noteLoss(thrown);
      throw thrown;
    } finally {
      // Closing ends the transaction, and with it whatever the statement held.
      await connection.close().catch(() => undefined);
    }
  }

  private async startOnce(): Promise<Engine<ArrowConnection>> {
    this.onPhase('starting', 0, null);
    const engine = await this.startEngine({
      onProgress: (loaded, total) => {
        this.onPhase('starting', loaded, total);
      },
      onLost: (cause) => {
        this.noteLoss(new AppError('ENGINE_LOST', { cause }));
      },
    });
    this.onPhase('ready', 0, null);
    return engine;
  }

  private async borrow(signal: AbortSignal): Promise<ArrowConnection> {
    const engine = await this.start();
    signal.throwIfAborted();
    const ready = this.idle.pop();
    if (ready) return ready;
    if (this.opened < QUESTION_CONNECTIONS) {
      this.opened += 1;
      return engine.connect();
    }
    const connection = await new Promise<ArrowConnection>((resolve, reject) => {
      this.waiting.push({ resolve, reject });
    });
    if (signal.aborted) {
      this.giveBack(connection);
      signal.throwIfAborted();
    }
    return connection;
  }

  private giveBack(connection: ArrowConnection): void {
    const next = this.waiting.shift();
    if (next) next.resolve(connection);
    else this.idle.push(connection);
  }

  private noteLoss(thrown: unknown): void {
    if (!(thrown instanceof AppError) || thrown.code !== 'ENGINE_LOST' || this.engine === null) return;
    const lost = this.engine;
    this.forget(thrown);
    void lost.then((engine) => engine.close()).catch(() => undefined);
    this.onPhase('failed', 0, null);
    this.onLost(thrown);
  }

  private forget(reason: AppError): void {
    for (const { reject } of this.waiting) reject(reason);
    this.engine = null;
    this.idle = [];
    this.opened = 0;
    this.waiting = [];
  }
}
