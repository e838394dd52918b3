import { AppError, toAppError } from '../domain/app-error';
import type { ArrowConnection, Engine, Parameters, Row } from '../engine/engine';
import { QuestionConnections } from './question-connections';
import type { ReadStatement } from './session';

export type StartEngine = (hooks: {
  onProgress: (loadedBytes: number, totalBytes: number | null) => void;
  onLost: (cause: string) => void;
}) => Promise<Engine<ArrowConnection>>;

/** What an engine was at when it was given up. */
export type LossOf = 'engine' | 'job' | 'question' | 'statement';

interface HostHooks {
  onPhase: (phase: 'starting' | 'ready' | 'failed', loadedBytes: number, totalBytes: number | null) => void;
  /** Called once for an engine that died, or that was ended for the memory it held. */
  onLost: (error: AppError, lossOf: LossOf) => void;
}

interface RunningEngine {
  engine: Engine<ArrowConnection>;
  questions: QuestionConnections;
}

/**
 * WebAssembly memory never shrinks. An engine that had taken this much when it ran out is ended, so that the
 * machine has its memory back; one that was merely asked for a block larger than there can be goes on.
 */
const SPENT_BYTES = 512 * 2 ** 20;

/**
 * Owns the engine: starts it once, again after it failed, was lost or ran out of memory, and lends
 * connections. Jobs get a connection of their own; questions share a few, so
 * that one slow question does not hold up the next.
 */
export class EngineHost {
  private running: Promise<RunningEngine> | null = null;
  private readonly startEngine: StartEngine;
  private readonly hooks: HostHooks;
  /** Questions that took all memory, and how they are refused. */
  private readonly exhausting = new Map<string, AppError>();

  constructor(startEngine: StartEngine, hooks: HostHooks) {
    this.startEngine = startEngine;
    this.hooks = hooks;
  }

  /** Starts the engine unless it runs; a failed start is forgotten, so that the next call tries again. */
  async start(): Promise<void> {
    await this.take();
  }

  /** Lends a connection for one job and closes it afterwards. */
  withConnection<T>(work: (connection: ArrowConnection) => Promise<T>): Promise<T> {
    return this.watched('job', async ({ engine }) => {
      const connection = await engine.connect();
      try {
        return await work(connection);
      } finally {
        // The engine takes its orders in turn: whatever is asked next comes after it.
        void connection.close().catch(() => undefined);
      }
    });
  }

  /**
   * Asks one question on one of the shared connections. One that took all memory before is refused, until it is
   * asked `anew` or `forget` was called: a picture asks by itself, and would take the next engine with it.
   */
  async ask<R extends object = Row>(
    sql: string,
    parameters: Parameters,
    signal: AbortSignal,
    anew = false,
  ): Promise<R[]> {
    const question = JSON.stringify([sql, parameters]);
    const refusal = this.exhausting.get(question);
    if (refusal && !anew) throw refusal;
    this.exhausting.delete(question);
    return this.watched('question', async ({ questions }) => {
      const connection = await questions.borrow(signal);
      try {
        return await connection.query<R>(sql, { parameters, signal });
      } catch (thrown) {
        if (thrown instanceof AppError && thrown.code === 'OUT_OF_MEMORY' && isLoss(thrown))
          this.exhausting.set(question, new AppError(thrown.code, { ...thrown.detail, task: 'question' }));
        throw thrown;
      } finally {
        questions.giveBack(connection);
      }
    });
  }

  /** Other data is about to be open, of which the same questions may take less. */
  forget(): void {
    this.exhausting.clear();
  }

  /** Streams a person's own statement from a connection that can only read and is closed afterwards. */
  async *readStatement({ sql, mayExpand }: ReadStatement, signal: AbortSignal): AsyncIterable<Uint8Array> {
    const running = this.take();
    const { engine } = await running;
    const connection = await engine.connect();
    try {
      await connection.beginReadOnly();
      const found = await connection.check(sql);
      if (found === 'several' && !mayExpand) throw new AppError('SEVERAL_STATEMENTS');
      yield* connection.stream(sql, { signal });
    } catch (thrown) {
      this.noteLoss(running, thrown, 'statement');
      throw thrown;
    } finally {
      // Closing ends the transaction, and with it whatever the statement held.
      await connection.close().catch(() => undefined);
    }
  }

  private async watched<T>(lossOf: LossOf, work: (running: RunningEngine) => Promise<T>): Promise<T> {
    const running = this.take();
    const taken = await running;
    try {
      return await work(taken);
    } catch (thrown) {
      this.noteLoss(running, thrown, lossOf);
      throw thrown;
    }
  }

  private take(): Promise<RunningEngine> {
    return (this.running ??= this.startOnce());
  }

  private startOnce(): Promise<RunningEngine> {
    this.hooks.onPhase('starting', 0, null);
    const starting = this.startEngine({
      onProgress: (loaded, total) => {
        this.hooks.onPhase('starting', loaded, total);
      },
      onLost: (cause) => {
        this.noteLoss(running, new AppError('ENGINE_LOST', { cause }), 'engine');
      },
    });
    const running = starting.then(
      (engine) => {
        this.hooks.onPhase('ready', 0, null);
        return { engine, questions: new QuestionConnections(engine) };
      },
      (thrown: unknown) => {
        if (this.running === running) this.running = null;
        this.hooks.onPhase('failed', 0, null);
        throw toAppError(thrown, 'ENGINE_START');
      },
    );
    return running;
  }

  /** Gives an engine up that is gone or spent. What still waits for it is told; the next call starts another. */
  private noteLoss(running: Promise<RunningEngine>, thrown: unknown, lossOf: LossOf): void {
    // A call of an engine that was given up already may fail long after.
    if (this.running !== running || !(thrown instanceof AppError) || !isLoss(thrown)) return;
    this.running = null;
    void running
      .then(async ({ engine, questions }) => {
        questions.end(thrown.code === 'ENGINE_LOST' ? thrown : new AppError('ENGINE_LOST', thrown.detail));
        await engine.close();
      })
      .catch(() => undefined);
    this.hooks.onPhase('failed', 0, null);
    this.hooks.onLost(thrown, lossOf);
  }
}

function isLoss({ code, detail }: AppError): boolean {
  return (
    code === 'ENGINE_LOST' || (code === 'OUT_OF_MEMORY' && (detail.used_bytes ?? Infinity) >= SPENT_BYTES)
  );
}
