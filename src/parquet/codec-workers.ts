import type { CodecWorkerApi } from './codec-messages';
import { WorkerLink } from './worker-link';

export type CodecLink = WorkerLink<CodecWorkerApi>;

/** Wasm memory never shrinks; a worker that holds more than this is not kept. */
const KEEP_BELOW_BYTES = 128 * 1024 * 1024;

/**
 * Hands out codec workers, one per job: a crash takes down one job and no other,
 * and an export runs beside a read. One idle worker is kept for the next job.
 */
export class CodecWorkers {
  private readonly busy = new Set<CodecLink>();
  private idle: CodecLink | null = null;

  /** A worker for one job. Its first call must be `start`. */
  take(): CodecLink {
    const link = this.idle?.usable ? this.idle : new WorkerLink<CodecWorkerApi>(startWorker());
    this.idle = null;
    this.busy.add(link);
    return link;
  }

  /** Takes a worker back after a job that went well. The next job need not wait until it has said what it holds. */
  giveBack(link: CodecLink): void {
    if (!this.busy.delete(link) || this.idle) {
      link.end();
      return;
    }
    this.idle = link;
    link
      .call((worker) => worker.memoryBytes())
      .then(
        (held) => this.endIfIdle(link, held > KEEP_BELOW_BYTES),
        () => this.endIfIdle(link, true),
      );
  }

  /** A worker that has its next job meanwhile is asked again after it. */
  private endIfIdle(link: CodecLink, isToEnd: boolean): void {
    if (!isToEnd || this.idle !== link) return;
    this.idle = null;
    link.end();
  }

  /** Ends a worker whose job failed or was cancelled. */
  drop(link: CodecLink): void {
    this.busy.delete(link);
    link.end();
  }

  close(): void {
    for (const link of this.busy) link.end();
    this.busy.clear();
    this.idle?.end();
    this.idle = null;
  }
}

function startWorker(): Worker {
  return new Worker(new URL('./codec-worker.ts', import.meta.url), { type: 'module', name: 'parquet-codec' });
}
