import { toAppError } from '../domain/app-error';
import type { CodecWorkers } from './codec-workers';

/** How long a person waits to learn more than that the file is damaged. */
const SEARCH_LIMIT_MS = 5_000;

/**
 * Names the first of the columns that cannot be decoded, by reading each alone:
 * the library's crash says nothing about where it happened.
 * @returns null when none fails alone, the signal fires, or the search takes too long
 */
export async function findDamagedColumn(
  workers: CodecWorkers,
  file: Blob,
  columns: readonly string[],
  signal: AbortSignal,
): Promise<string | null> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(SEARCH_LIMIT_MS)]);
  for (const column of columns) {
    const link = workers.take();
    const stopListening = link.endOnAbort(limit);
    try {
      await link.call((worker) => worker.start());
      await link.call((worker) => worker.openRead(file, [column]));
      while (await link.call((worker) => worker.nextBatch()));
      workers.giveBack(link);
    } catch (thrown) {
      workers.drop(link);
      return toAppError(thrown, 'FILE_DAMAGED').code === 'FILE_DAMAGED' ? column : null;
    } finally {
      stopListening();
    }
  }
  return null;
}
