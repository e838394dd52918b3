import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { DEFAULT_POLICIES } from '../../src/domain/policy';
import type { Policies } from '../../src/domain/policy';
import type { ArrowConnection, Row } from '../../src/engine/engine';
import { WasmConnection } from '../../src/engine/wasm-connection';
import type { EngineBindings } from '../../src/engine/wasm-connection';
import { FileReader } from '../../src/parquet/file-reader';
import { FoldedWriter } from '../../src/parquet/folded-writer';
import { openFile } from '../../src/parquet/open-file';
import type { Groundwork, ParquetCodec, ParquetInspection } from '../../src/parquet/parquet-codec';
import { loadWasm, provideWasm } from '../../src/parquet/wasm-module';
import { ipcFromDays } from '../../src/readers/day-batch-ipc';
import type { InputReader } from '../../src/readers/input-reader';
import { inspectInput, readInput } from '../../src/readers/open-input';
import { PartTaker } from '../../src/readers/part-taker';
import { scanInput } from '../../src/readers/scan-input';
import { inspectFiles } from '../../src/session/inspect-files';
import type { ChosenPart } from '../../src/session/inspect-files';
import type { OpenSource } from '../../src/session/session-state';
import { openFiles } from '../../src/session/open-files';
import { Progress } from '../../src/session/progress';
import modelRows from './model_rows.sql?raw';
import { startPageDatabase } from './page-engine';
import type { PageDatabase } from './page-engine';

/** The page's way from files to readings, without its workers: its reader, its engine and connection, its SQL. */
export interface PageRun {
  connection: ArrowConnection;
  /** Opens files as the page does, in the order given, in place of what was open. */
  open(paths: readonly string[], change?: Partial<Policies>, part?: ChosenPart): Promise<OpenSource[]>;
  /** Every row of a model, by its name. */
  rows<R extends object = Row>(model: string): Promise<R[]>;
}

export async function startPageRun(): Promise<PageRun> {
  const { database, connect } = await startPageDatabase();
  const connection = new WasmConnection(inPromises(database), connect(), new AbortController().signal);
  return {
    connection,
    open: async (paths, change = {}, part) => {
      const files = await Promise.all(paths.map(fileOf));
      const { signal } = new AbortController();
      const progress = new Progress('open', '', [], () => undefined);
      const job = { codec, inputs, progress, signal };
      const { readable } = await inspectFiles({
        ...job,
        files,
        open: [],
        chosen: new Map(),
        parts: { get: () => part },
        budgetBytes: Infinity,
      });
      const policies = { ...DEFAULT_POLICIES, ...change };
      return openFiles({ ...job, connection, files: readable, kept: [], policies });
    },
    rows: (model) => connection.query(modelRows, { parameters: { model } }),
  };
}

/** The engine of this thread, which answers at once, as a connection knows the one in a worker. */
export function inPromises(database: PageDatabase): EngineBindings {
  const promised = <A extends unknown[], R>(work: (...args: A) => R) =>
    ((...args) => new Promise((resolve) => resolve(work.apply(database, args)))) as (
      ...args: A
    ) => Promise<R>;
  return {
    cancelPendingQuery: promised(database.cancelPendingQuery),
    closePrepared: promised(database.closePrepared),
    createPrepared: promised(database.createPrepared),
    disconnect: promised(database.disconnect),
    fetchQueryResults: promised(database.fetchQueryResults),
    insertArrowFromIPCStream: promised(database.insertArrowFromIPCStream),
    pollPendingQuery: promised(database.pollPendingQuery),
    runPrepared: promised(database.runPrepared),
    startPendingQuery: promised(database.startPendingQuery),
  };
}

const fileOf = async (path: string): Promise<File> => new File([await readFile(path)], basename(path));

provideWasm(() => readFile(createRequire(import.meta.url).resolve('parquet-wasm/esm/parquet_wasm_bg.wasm')));

/** The page's codec without its workers. */
export const codec: ParquetCodec = {
  inspect: async (file) => {
    const { library, inspection } = await openFile(file);
    library.free();
    return inspection;
  },
  read: (file, _name, columns, _signal, groundwork, onOpened) =>
    batchesOf(file, columns, groundwork, onOpened),
  sha256: async (file) =>
    createHash('sha256')
      .update(new Uint8Array(await file.arrayBuffer()))
      .digest('hex'),
  write: () => Promise.reject(new Error('nothing is written here')),
  writeFolded: async (options) => {
    await loadWasm();
    const writer = await FoldedWriter.open(options);
    return {
      append: (ipc) => writer.append(ipc),
      written: () => writer.written,
      finish: () => writer.finish(),
      abort: () => writer.discard(),
    };
  },
  prepare: () => undefined,
  close: () => undefined,
};

async function* batchesOf(
  file: Blob,
  columns: readonly string[],
  groundwork?: Groundwork,
  onOpened?: (inspection: ParquetInspection) => void,
) {
  const reader = await FileReader.open(file, columns, groundwork);
  onOpened?.(reader.inspection);
  for (let batch = await reader.next(); batch !== null; batch = await reader.next()) yield batch;
}

/** The page's reader of other files without its worker. */
export const inputs: InputReader = {
  inspect: (file) => inspectInput(file, file.name),
  read: async function* (file, mapping, context, _signal, part) {
    const taker = part && new PartTaker(part.selection);
    for await (const days of readInput(file, mapping, context, undefined, taker))
      yield { ipc: ipcFromDays(days), days: days.length, rowsRead: days.length };
    if (taker) part.onLeftOut(taker.leftOut, taker.rows);
  },
  scan: async (file, mapping, context) => {
    const scan = scanInput(file, mapping, context);
    for (;;) {
      const { value } = await scan.next();
      if (typeof value !== 'number') return value;
    }
  },
};
