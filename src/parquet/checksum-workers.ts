import type { HashWorkerApi } from './codec-messages';
import { WorkerLink } from './worker-link';

type ChecksumLink = WorkerLink<HashWorkerApi>;

/** Hands out workers for checksums. One idle worker is kept, since to start one takes longer than a small file. */
export class ChecksumWorkers {
  private idle: ChecksumLink | null = null;

  take(): ChecksumLink {
    const link = this.idle?.usable ? this.idle : new WorkerLink<HashWorkerApi>(startWorker());
    this.idle = null;
    return link;
  }

  /** Takes a worker back, whether its job went well or ended it. */
  giveBack(link: ChecksumLink): void {
    if (this.idle || !link.usable) link.end();
    else this.idle = link;
  }

  close(): void {
    this.idle?.end();
    this.idle = null;
  }
}

function startWorker(): Worker {
  return new Worker(new URL('./hash-worker.ts', import.meta.url), { type: 'module', name: 'checksum' });
}
