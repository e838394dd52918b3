import { releaseProxy, wrap, type Remote } from 'comlink';
import { AppError } from '../domain/app-error';
import { untilAborted } from '../domain/until-aborted';
import type { Outcome } from './codec-messages';

/** A worker and the calls that wait for it. When it dies, or is ended, every one of them is rejected. */
export class WorkerLink<Api> {
  private readonly remote: Remote<Api>;
  private readonly life = new AbortController();
  private answered = false;

  constructor(private readonly worker: Worker) {
    this.remote = wrap<Api>(worker);
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.end(
        new AppError(this.answered ? 'CODEC_LOST' : 'ENGINE_START', { cause: event.message || 'no script' }),
      );
    });
    worker.addEventListener('messageerror', () => {
      this.end(new AppError('CODEC_LOST', { cause: 'a message that could not be read' }));
    });
  }

  /** False once the worker is gone. */
  get usable(): boolean {
    return !this.life.signal.aborted;
  }

  /** Calls the worker. @throws AppError as the worker reported it, or why the worker is gone */
  async call<T>(request: (remote: Remote<Api>) => Promise<Outcome<T>>): Promise<T> {
    const { signal } = this.life;
    signal.throwIfAborted();
    const outcome = await untilAborted(request(this.remote), signal);
    this.answered = true;
    if ('error' in outcome) throw new AppError(outcome.error.code, outcome.error.detail);
    return outcome.value;
  }

  /** Ends the worker and frees all it holds; calls still waiting are rejected with `reason`. Safe to repeat. */
  end(reason: AppError = new AppError('CANCELLED')): void {
    if (!this.usable) return;
    this.life.abort(reason);
    this.remote[releaseProxy]();
    this.worker.terminate();
  }

  /** Ends the worker when the signal fires. @returns a function that stops listening */
  endOnAbort(signal: AbortSignal): () => void {
    const onAbort = () => {
      this.end();
    };
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    return () => {
      signal.removeEventListener('abort', onAbort);
    };
  }
}
