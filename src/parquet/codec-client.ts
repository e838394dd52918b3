import { transfer } from 'comlink';
import { AppError } from '../domain/app-error';
import { ChecksumWorkers } from './checksum-workers';
import { CodecWorkers, type CodecLink } from './codec-workers';
import { findDamagedColumn } from './damage-search';
import { FileWitness } from './file-witness';
import type {
  ArrowBatch,
  Groundwork,
  ParquetCodec,
  ParquetInspection,
  ParquetWriter,
  WrittenSoFar,
} from './parquet-codec';

/** An inspection reads the footer only; a file that keeps it busy for longer is hostile. */
const INSPECTION_LIMIT_MS = 30_000;
/** Batches asked for ahead of the consumer, so that decoding overlaps with what it does. */
const BATCHES_AHEAD = 2;
/** Streams handed to the writer before it has taken the first of them, so that encoding overlaps with the query. */
const APPENDS_AHEAD = 3;
/** What a worker gets to take back a half-written file before it is ended. */
const DISCARD_LIMIT_MS = 2_000;

/**
 * The Parquet codec of the page. Workers start with the first call, and end with
 * a job that fails or is cancelled, which frees all the memory they had.
 */
export function createParquetCodec(): ParquetCodec {
  const workers = new CodecWorkers();
  const witness = new FileWitness();
  const checksums = new ChecksumWorkers();
  return {
    inspect: (file, name) => inspect(workers, witness, file, name),
    read: (file, name, columns, signal, groundwork, onOpened) =>
      read(workers, witness, { file, name, columns, signal, groundwork, onOpened }),
    sha256: (file, signal) => sha256(checksums, witness, file, signal),
    write: (options) =>
      openWriter(workers, options.target, (link) => link.call((worker) => worker.openWrite(options))),
    writeFolded: (options) =>
      openWriter(workers, options.target, (link) => link.call((worker) => worker.openFoldedWrite(options))),
    prepare: () => {
      void prepare(workers);
    },
    close: () => {
      workers.close();
      checksums.close();
    },
  };
}

async function prepare(workers: CodecWorkers): Promise<void> {
  const link = workers.take();
  try {
    await link.call((worker) => worker.start());
    workers.giveBack(link);
  } catch {
    workers.drop(link);
  }
}

async function inspect(
  workers: CodecWorkers,
  witness: FileWitness,
  file: Blob,
  name: string,
): Promise<ParquetInspection> {
  const link = workers.take();
  let limit: ReturnType<typeof setTimeout> | undefined;
  try {
    await link.call((worker) => worker.start());
    limit = setTimeout(() => {
      link.end(
        new AppError('FILE_DAMAGED', { cause: `inspection took over ${INSPECTION_LIMIT_MS / 1000} s` }),
      );
    }, INSPECTION_LIMIT_MS);
    const inspection = await link.call((worker) => worker.inspect(file));
    witness.vouch(file);
    workers.giveBack(link);
    return inspection;
  } catch (thrown) {
    workers.drop(link);
    throw await witness.explain(thrown, file, name);
  } finally {
    clearTimeout(limit);
  }
}

interface ReadRequest {
  file: Blob;
  name: string;
  columns: string[];
  signal: AbortSignal;
  groundwork: Groundwork | undefined;
  onOpened: ((inspection: ParquetInspection) => void) | undefined;
}

async function* read(
  workers: CodecWorkers,
  witness: FileWitness,
  { file, name, columns, signal, groundwork, onOpened }: ReadRequest,
): AsyncGenerator<ArrowBatch, void, undefined> {
  if (signal.aborted) throw new AppError('CANCELLED', { file: name });
  const link = workers.take();
  const stopListening = link.endOnAbort(signal);
  let complete = false;
  try {
    await link.call((worker) => worker.start());
    const inspection = await link.call((worker) => worker.openRead(file, columns, groundwork));
    onOpened?.(inspection);
    yield* batches(link);
    complete = true;
    witness.vouch(file);
  } catch (thrown) {
    const error = await witness.explain(thrown, file, name);
    if (error.code !== 'FILE_DAMAGED') throw error;
    workers.drop(link);
    const column = await findDamagedColumn(workers, file, columns, signal);
    throw column === null ? error : new AppError('FILE_DAMAGED', { ...error.detail, column });
  } finally {
    stopListening();
    if (complete) workers.giveBack(link);
    else workers.drop(link);
  }
}

/** Asks for batches ahead, hands them on in order. */
async function* batches(link: CodecLink): AsyncGenerator<ArrowBatch, void, undefined> {
  const waiting: Promise<ArrowBatch | null>[] = [];
  const ask = () => {
    const batch = link.call((worker) => worker.nextBatch());
    batch.catch(() => undefined);
    waiting.push(batch);
  };
  for (let index = 0; index < BATCHES_AHEAD; index++) ask();
  for (;;) {
    const batch = await waiting.shift();
    if (!batch) return;
    ask();
    yield batch;
  }
}

async function sha256(
  checksums: ChecksumWorkers,
  witness: FileWitness,
  file: Blob,
  signal: AbortSignal,
): Promise<string> {
  const link = checksums.take();
  const stopListening = link.endOnAbort(signal);
  try {
    const digest = await link.call((remote) => remote.sha256(file));
    witness.vouch(file);
    return digest;
  } catch (thrown) {
    throw await witness.explain(thrown, file, file instanceof File ? file.name : '');
  } finally {
    stopListening();
    checksums.giveBack(link);
  }
}

async function openWriter(
  workers: CodecWorkers,
  target: FileSystemFileHandle | null,
  open: (link: CodecLink) => Promise<null>,
): Promise<ParquetWriter> {
  const link = workers.take();
  const attempt = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (thrown) {
      workers.drop(link);
      throw thrown;
    }
  };
  await attempt(link.call((worker) => worker.start()));
  await attempt(open(link));
  const underWay: Promise<WrittenSoFar>[] = [];
  let written: WrittenSoFar = { rows: 0, bytes: 0 };
  return {
    written: () => written,
    append: async (ipc) => {
      const owned = ipc.byteLength === ipc.buffer.byteLength ? ipc : ipc.slice();
      const taken = link.call((worker) => worker.append(transfer(owned, [owned.buffer])));
      taken.then(
        (soFar) => (written = soFar),
        () => undefined,
      );
      underWay.push(taken);
      if (underWay.length > APPENDS_AHEAD) await attempt(underWay.shift() ?? taken);
    },
    finish: async () => {
      await attempt(Promise.all(underWay));
      const file = await attempt(link.call((worker) => worker.finish()));
      workers.giveBack(link);
      return file;
    },
    abort: async () => {
      if (target) {
        const limit = new Promise((resolve) => setTimeout(resolve, DISCARD_LIMIT_MS));
        await Promise.race([link.call((worker) => worker.discard()), limit]).catch(() => undefined);
      }
      workers.drop(link);
    },
  };
}
