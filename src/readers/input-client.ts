import { AppError, toAppError } from '../domain/app-error';
import { FileWitness } from '../parquet/file-witness';
import { WorkerLink } from '../parquet/worker-link';
import type { FoldContext } from './fold-long';
import type { InputMapping } from './input-mapping';
import type { InputWorkerApi } from './input-messages';
import type { DayIpc, InputReader } from './input-reader';

/** An inspection reads a file's head only, but for NEM12; one that takes longer than this is hostile. */
const INSPECTION_LIMIT_MS = 30_000;

/** The reader of the page: a worker for each job, ended with it, which frees all the memory it had. */
export function createInputReader(): InputReader {
  const witness = new FileWitness();
  return {
    inspect: async (file, signal) => {
      const limit = AbortSignal.any([signal, AbortSignal.timeout(INSPECTION_LIMIT_MS)]);
      try {
        const inspection = await withWorker(limit, (link) =>
          link.call((worker) => worker.inspect(file, file.name)),
        );
        witness.vouch(file);
        return inspection;
      } catch (thrown) {
        const late = limit.aborted && !signal.aborted;
        const error = late ? new AppError('FILE_DAMAGED', { cause: 'the inspection took too long' }) : thrown;
        throw await witness.explain(error, file, file.name);
      }
    },
    read: (file, mapping, context, signal) => read(witness, { file, mapping, context, signal }),
  };
}

interface ReadRequest {
  file: File;
  mapping: InputMapping;
  context: FoldContext;
  signal: AbortSignal;
}

async function* read(
  witness: FileWitness,
  { file, mapping, context, signal }: ReadRequest,
): AsyncGenerator<DayIpc, void, undefined> {
  const link = startWorker();
  const stopListening = link.endOnAbort(signal);
  try {
    await link.call((worker) =>
      worker.openRead(file, mapping, { zone: context.zone, duplicates: context.duplicates }),
    );
    let waiting = next(link);
    for (;;) {
      const batch = await waiting;
      if (!batch) break;
      waiting = next(link);
      yield batch;
    }
    witness.vouch(file);
  } catch (thrown) {
    throw await witness.explain(toAppError(thrown, 'FILE_DAMAGED'), file, file.name);
  } finally {
    stopListening();
    link.end();
  }
}

function next(link: WorkerLink<InputWorkerApi>): Promise<DayIpc | null> {
  const batch = link.call((worker) => worker.nextBatch());
  batch.catch(() => undefined);
  return batch;
}

async function withWorker<T>(
  signal: AbortSignal,
  work: (link: WorkerLink<InputWorkerApi>) => Promise<T>,
): Promise<T> {
  const link = startWorker();
  const stopListening = link.endOnAbort(signal);
  try {
    return await work(link);
  } finally {
    stopListening();
    link.end();
  }
}

function startWorker(): WorkerLink<InputWorkerApi> {
  const worker = new Worker(new URL('./input-worker.ts', import.meta.url), {
    type: 'module',
    name: 'input-reader',
  });
  return new WorkerLink<InputWorkerApi>(worker);
}
