import type { AppError } from '../domain/app-error';
import type { ArrowConnection, Engine } from '../engine/engine';

const MOST_CONNECTIONS = 3;

/** The connections of one engine that questions share: lent one at a time, three at most, those who wait in order. */
export class QuestionConnections {
  private readonly engine: Engine<ArrowConnection>;
  private readonly idle: ArrowConnection[] = [];
  private waiting: { resolve: (connection: ArrowConnection) => void; reject: (error: AppError) => void }[] =
    [];
  private opened = 0;

  constructor(engine: Engine<ArrowConnection>) {
    this.engine = engine;
  }

  async borrow(signal: AbortSignal): Promise<ArrowConnection> {
    signal.throwIfAborted();
    const ready = this.idle.pop();
    if (ready) return ready;
    if (this.opened < MOST_CONNECTIONS) {
      this.opened += 1;
      return this.engine.connect();
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

  giveBack(connection: ArrowConnection): void {
    const next = this.waiting.shift();
    if (next) next.resolve(connection);
    else this.idle.push(connection);
  }

  /** The engine is gone: nobody waits for it any longer. */
  end(reason: AppError): void {
    for (const { reject } of this.waiting) reject(reason);
    this.waiting = [];
  }
}
