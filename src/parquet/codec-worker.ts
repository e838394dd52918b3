/** The worker around parquet-wasm. It does one job at a time and never throws over the boundary. */
import { expose, transfer } from 'comlink';
import { AppError } from '../domain/app-error';
import { untilAborted } from '../domain/until-aborted';
import type { CodecWorkerApi, Outcome } from './codec-messages';
import { FileReader } from './file-reader';
import { classifyTrouble, type CodecStage } from './file-trouble';
import { FileWriter } from './file-writer';
import type { FoldedWriter } from './folded-writer';
import { openFile } from './open-file';
import { loadWasm, wasmMemoryBytes } from './wasm-module';

/** Aborts when the library crashes outside any call: it then leaves its own promises pending. */
const crash = new AbortController();

self.addEventListener('error', (event) => {
  event.preventDefault();
  crash.abort(event.error ?? event.message);
});
self.addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  crash.abort(event.reason);
});

async function attempt<T>(stage: CodecStage, work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await untilAborted(work(), crash.signal) };
  } catch (thrown) {
    const { code, detail } = classifyTrouble(thrown, stage, wasmMemoryBytes());
    return { error: { code, detail } };
  }
}

let reader: FileReader | null = null;
let writer: FileWriter | FoldedWriter | null = null;

const api: CodecWorkerApi = {
  start: () =>
    attempt('start', async () => {
      await loadWasm();
      return null;
    }),

  inspect: (file) =>
    attempt('open', async () => {
      const { library, inspection } = await openFile(file);
      library.free();
      return inspection;
    }),

  openRead: (file, columns, groundwork) =>
    attempt('open', async () => {
      reader = await FileReader.open(file, columns, groundwork);
      return reader.inspection;
    }),

  nextBatch: async () => {
    const outcome = await attempt('read', () => opened(reader).next());
    return 'value' in outcome && outcome.value ? transfer(outcome, [outcome.value.ipc.buffer]) : outcome;
  },

  openWrite: (options) =>
    attempt('write', async () => {
      await loadWasm();
      writer = await FileWriter.open(options);
      return null;
    }),

  openFoldedWrite: (options) =>
    attempt('write', async () => {
      await loadWasm();
      // Only the analytical table needs it, and the libraries behind it.
      const { FoldedWriter } = await import('./folded-writer');
      writer = await FoldedWriter.open(options);
      return null;
    }),

  append: (ipc) =>
    attempt('write', async () => {
      await opened(writer).append(ipc);
      return opened(writer).written;
    }),

  discard: () =>
    attempt('write', async () => {
      await writer?.discard();
      return null;
    }),

  finish: () =>
    attempt('write', async () => {
      const file = await opened(writer).finish();
      // It has arrays as long as a row group, and the worker may stand idle for long.
      writer = null;
      return file;
    }),

  memoryBytes: () => attempt('open', () => Promise.resolve(wasmMemoryBytes())),
};

function opened<T>(job: T | null): T {
  if (!job) throw new AppError('CODEC_LOST', { cause: 'no job is open in the Parquet worker' });
  return job;
}

expose(api);
