import { AppError, toAppError } from '../domain/app-error';
import { FileWitness } from '../parquet/file-witness';
import { WorkerLink } from '../parquet/worker-link';
import type { FoldContext } from './fold-long';
import type { InputMapping } from './input-mapping';
import type { InputWorkerApi } from './input-messages';
import type { DayIpc, InputReader, PartRequest } from './input-reader';

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
    read: (file, mapping, context, signal, part) => read(witness, { file, mapping, context, signal, part }),
    scan: async (file, mapping, { zone, duplicates }, signal, onRows) => {
      try {
        return await withWorker(signal, async (link) => {
          await link.call((worker) => worker.openScan(file, mapping, { zone, duplicates }));
          for (;;) {
            const found = await link.call((worker) => worker.nextScan());
            if (typeof found !== 'number') return found;
            onRows(found);
          }
        });
      } catch (thrown) {
        throw await witness.explain(toAppError(thrown, 'FILE_DAMAGED'), file, file.name);
      }
    },
  };
}

interface ReadRequest {
  file: File;
  mapping: InputMapping;
  context: FoldContext;
  signal: AbortSignal;
  part: PartRequest | null;
}

async function* read(
  witness: FileWitness,
  { file, mapping, context, signal, part }: ReadRequest,
): AsyncGenerator<DayIpc, void, undefined> {
  const link = startWorker();
  const stopListening = link.endOnAbort(signal);
  try {
    await link.call((worker) =>
      worker.openRead(
        file,
        mapping,
        { zone: context.zone, duplicates: context.duplicates },
        part?.selection ?? null,
      ),
    );
    let waiting = next(link);
    for (;;) {
      const batch = await waiting;
      if (!batch) break;
      waiting = next(link);
      yield batch;
    }
    if (part) {
      const { leftOut, ofRows } = await link.call((worker) => worker.leftOut());
      part.onLeftOut(leftOut, ofRows);
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
