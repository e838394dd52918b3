import { AppError } from '../domain/app-error';
import type { AppErrorDetail } from '../domain/app-error';
import type { Policies } from '../domain/policy';
import type { LossOf } from './engine-host';
import type { Jobs } from './jobs';
import type { OpenedFiles } from './opened-files';
import type { Activity, SessionState } from './session-state';
import type { SessionStore } from './store';

interface RecoveryParts {
  store: SessionStore;
  jobs: Jobs;
  opened: OpenedFiles;
  /** Opens files once more in place of what is open. @param why stands behind their names in the progress */
  openAgain: (files: readonly File[], why: string, nullKeys: Policies['nullKeys']) => Promise<void>;
  startEngine: () => void;
}

/**
 * What becomes of the page when its engine is gone, and with it the data: the files behind what was open
 * are read again by a new one, unless that would only lose it once more. Then the person is asked.
 */
export class Recovery {
  private readonly parts: RecoveryParts;
  private isReopening = false;

  constructor(parts: RecoveryParts) {
    this.parts = parts;
  }

  /** The engine died, or was ended for the memory that it held. */
  begin(error: AppError, lossOf: LossOf): void {
    const { store, jobs, opened, startEngine } = this.parts;
    const { dataset, activity } = store.get();
    if (lossOf === 'job' && !activity) {
      // The rehearsal, which shows nothing.
      startEngine();
      return;
    }
    const task = taskOf(lossOf, activity);
    const file = task === 'open' && !this.isReopening ? { file: activity?.subject ?? '' } : {};
    const refusal = task ? new AppError(error.code, { ...error.detail, ...file, task }) : error;
    const isAsked = error.code === 'OUT_OF_MEMORY' && (lossOf === 'job' || lossOf === 'statement');
    const files = dataset || this.isReopening ? opened.all() : [];
    // What a person asked for happens once; what the page asks by itself would follow the data and lose it again.
    const mayReopen = !this.isReopening && (isAsked || opened.mayReopen(performance.now()));
    store.set({ dataset: null, preview: null, saved: null, refusal, wayOn: null });
    const nullKeys = dataset?.policies.nullKeys ?? 'refuse';
    // The job that noticed the loss is still ending, and may offer a way on.
    void jobs.ended().then(() =>
      setTimeout(() => {
        if (mayReopen && files.length > 0) void this.reopen(files, refusal, nullKeys);
        else this.offer(files, refusal, nullKeys);
      }),
    );
  }

  private async reopen(
    files: readonly File[],
    refusal: AppError,
    nullKeys: Policies['nullKeys'],
  ): Promise<void> {
    const { store, opened, openAgain } = this.parts;
    const { wayOn } = store.get();
    const isMemory = refusal.code === 'OUT_OF_MEMORY';
    this.isReopening = true;
    await openAgain(
      files,
      isMemory ? 'again, after the memory ran out' : 'again, with a new engine',
      nullKeys,
    );
    this.isReopening = false;
    const code = isMemory ? 'RESTARTED_FOR_MEMORY' : 'ENGINE_RESTARTED';
    if (store.get().dataset) store.set({ refusal: new AppError(code, refusal.detail), wayOn });
    else if (!store.get().refusal && opened.all().length > 0) this.offer(files, refusal, nullKeys);
  }

  /** Says what happened, and leaves it to the person to open the files again, or a part of them. */
  private offer(files: readonly File[], refusal: AppError, nullKeys: Policies['nullKeys']): void {
    const { store, openAgain, startEngine } = this.parts;
    const run = () => void openAgain(files, 'again', nullKeys);
    const openThem: SessionState['wayOn'] = files.length > 0 ? { label: 'Open it again', run } : null;
    store.set({ refusal, wayOn: store.get().wayOn ?? openThem });
    startEngine();
  }
}

function taskOf(lossOf: LossOf, activity: Activity | null): AppErrorDetail['task'] {
  if (lossOf === 'job') return activity?.kind;
  return lossOf === 'engine' ? undefined : lossOf;
}
