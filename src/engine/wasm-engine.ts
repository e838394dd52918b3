import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { AppError, toAppError } from '../domain/app-error';
import type { ArrowConnection, Engine } from './engine';
import * as statements from './statements';
import { untilAborted } from '../domain/until-aborted';
import { WasmConnection } from './wasm-connection';

/** Known when the page is built: a compressed response only states its packed length. */
const ENGINE_BYTES = Number(import.meta.env['ENGINE_BYTES']);
export interface StartOptions {
  /** Both are bytes of the unpacked engine. */
  onProgress?: (loadedBytes: number, totalBytes: number) => void;
  /** Called once when the engine's worker dies. */
  onLost?: (cause: string) => void;
}

/**
 * Starts DuckDB-Wasm in a worker and hardens it: it can neither load an
 * extension nor reach a file or an address. A failed start can be tried again.
 * @throws AppError ENGINE_START
 */
export async function startWasmEngine(options: StartOptions = {}): Promise<Engine<ArrowConnection>> {
  const worker = new Worker(workerUrl);
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  const life = new AbortController();
  const lost = (event: ErrorEvent | MessageEvent) => {
    const cause = 'message' in event ? event.message : event.type;
    life.abort(new AppError('ENGINE_LOST', { cause }));
    options.onLost?.(cause);
  };
  worker.addEventListener('error', lost);
  worker.addEventListener('messageerror', lost);
  try {
    await untilAborted(
      database.instantiate(wasmUrl, null, (progress) =>
        options.onProgress?.(progress.bytesLoaded, ENGINE_BYTES),
      ),
      life.signal,
    );
    // No casts: a person's own result keeps its exact whole numbers and decimals.
    await database.open({
      path: ':memory:',
      query: { castBigIntToDouble: false, castDecimalToDouble: false },
    });
    const first = await database.connect();
    for (const statement of statements.DATABASE_STATEMENTS) await first.query(statement);
    for (const statement of statements.HARDENING_STATEMENTS) await first.query(statement);
    await first.close();
  } catch (thrown) {
    worker.terminate();
    throw toAppError(thrown, 'ENGINE_START');
  }
  return {
    connect: async () => {
      const opened = await untilAborted(database.connect(), life.signal);
      const id = opened.useUnsafe((_bindings, connection) => connection);
      return WasmConnection.begun(database, id, life.signal);
    },
    close: async () => {
      worker.removeEventListener('error', lost);
      // Whoever still waits for an answer would wait for ever.
      life.abort(new AppError('ENGINE_LOST', { cause: 'the engine was ended' }));
      await database.terminate();
    },
  };
}
