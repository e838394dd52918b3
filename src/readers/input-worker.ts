/** The worker that reads files of any kind. It does one job and never throws over the boundary. */
import { expose, transfer } from 'comlink';
import { AppError } from '../domain/app-error';
import { untilAborted } from '../domain/until-aborted';
import type { Outcome } from '../parquet/codec-messages';
import { classifyTrouble } from '../parquet/file-trouble';
import { wasmMemoryBytes } from '../parquet/wasm-module';
import type { DayBatch } from './day-batch';
import { ipcFromDays } from './day-batch-ipc';
import type { InputWorkerApi } from './input-messages';
import { inspectInput, readInput } from './open-input';
import { PartTaker } from './part-taker';
import { scanInput } from './scan-input';

/** Aborts when a library crashes outside any call: it then leaves its own promises pending. */
const crash = new AbortController();
self.addEventListener('error', (event) => {
  event.preventDefault();
  crash.abort(event.error ?? event.message);
});
self.addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  crash.abort(event.reason);
});

async function attempt<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await untilAborted(work(), crash.signal) };
  } catch (thrown) {
    const { code, detail } = classifyTrouble(thrown, 'read', wasmMemoryBytes());
    return { error: { code, detail } };
  }
}

let batches: AsyncGenerator<DayBatch, void, undefined> | null = null;
let rowsRead = 0;
let part: PartTaker | null = null;
let scan: ReturnType<typeof scanInput> | null = null;

const api: InputWorkerApi = {
  inspect: (file, name) => attempt(() => inspectInput(file, name)),

  openRead: (file, mapping, context, selection) =>
    attempt(() => {
      rowsRead = 0;
      part = selection && new PartTaker(selection);
      const onRows = (rows: number) => {
        rowsRead = rows;
      };
      batches = readInput(file, mapping, context, onRows, part);
      return Promise.resolve(null);
    }),

  nextBatch: async () => {
    const outcome = await attempt(async () => {
      if (!batches) throw new AppError('CODEC_LOST', { cause: 'no read is open in the reading worker' });
      const next = await batches.next();
      if (next.done) return null;
      return { ipc: ipcFromDays(next.value), days: next.value.length, rowsRead };
    });
    return 'value' in outcome && outcome.value ? transfer(outcome, [outcome.value.ipc.buffer]) : outcome;
  },

  leftOut: () =>
    attempt(() => {
      if (!part) throw new AppError('CODEC_LOST', { cause: 'no part is open in the reading worker' });
      return Promise.resolve({ leftOut: part.leftOut, ofRows: part.rows });
    }),

  openScan: (file, mapping, context) =>
    attempt(() => {
      scan = scanInput(file, mapping, context);
      return Promise.resolve(null);
    }),

  nextScan: () =>
    attempt(async () => {
      if (!scan) throw new AppError('CODEC_LOST', { cause: 'no scan is open in the reading worker' });
      return (await scan.next()).value;
    }),
};

expose(api);
