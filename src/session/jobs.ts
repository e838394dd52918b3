import { AppError, toAppError } from '../domain/app-error';
import type { AppErrorCode } from '../domain/app-error';
import { Answerable } from './inspect-files';
import { Progress } from './progress';
import type { Activity, Stage } from './session-state';
import type { SessionStore } from './store';

/** Runs one job at a time. Whatever goes wrong becomes a refusal in the state; what was open stays. */
export class Jobs {
  private readonly store: SessionStore;
  private readonly makeWay: () => Promise<void>;
  private running: { abort: AbortController; progress: Progress | null } | null = null;
  private over: Promise<unknown> = Promise.resolve();

  /** `makeWay` ends what runs unseen, before a job begins. */
  constructor(store: SessionStore, makeWay: () => Promise<void>) {
    this.store = store;
    this.makeWay = makeWay;
  }

  get isRunning(): boolean {
    return this.running !== null;
  }

  /** Resolves once no job is running. */
  async ended(): Promise<void> {
    await this.over;
  }

  /** Runs a job unless one is running; returns what it threw, or null. */
  async run(...job: Parameters<Jobs['runAlone']>): Promise<unknown> {
    if (this.refuseIfRunning()) return null;
    const work = this.runAlone(...job);
    this.over = work;
    return work;
  }

  private async runAlone(
    kind: Activity['kind'],
    subject: string,
    stages: readonly Stage['name'][],
    work: (progress: Progress, signal: AbortSignal) => Promise<void>,
  ): Promise<unknown> {
    const abort = new AbortController();
    this.running = { abort, progress: null };
    this.store.set({ refusal: null, wayOn: null });
    try {
      const progress = new Progress(kind, subject, stages, (activity) => {
        this.store.set({ activity });
      });
      this.running.progress = progress;
      await this.makeWay();
      await work(progress, abort.signal);
      return null;
    } catch (thrown) {
      this.refuse(thrown instanceof Answerable ? thrown.refusal : thrown, 'QUERY_FAILED');
      return thrown;
    } finally {
      this.running?.progress?.end();
      this.running = null;
      this.store.set({ activity: null });
    }
  }

  /** Stops the running job; what was open before it stays. */
  cancel(): void {
    this.running?.progress?.cancelling();
    this.running?.abort.abort();
  }

  /** Whether a job is running; says so to the person then. */
  refuseIfRunning(): boolean {
    const { activity } = this.store.get();
    if (!this.running) return false;
    this.refuse(new AppError('ALREADY_RUNNING', { file: activity?.subject ?? '' }), 'ALREADY_RUNNING');
    return true;
  }

  refuse(thrown: unknown, fallback: AppErrorCode): void {
    const refusal = toAppError(thrown, fallback);
    if (refusal.code === 'CANCELLED') return;
    this.store.set({ refusal, wayOn: null });
  }
}
