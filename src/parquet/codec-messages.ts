/** What crosses the boundary between the page and the Parquet workers. Everything here survives `postMessage`. */
import type { AppErrorMessage } from '../domain/app-error';
import type {
  ArrowBatch,
  FoldedWriteOptions,
  Groundwork,
  ParquetInspection,
  WriteOptions,
  WrittenSoFar,
} from './parquet-codec';

/** A result, or the error in its plain form: class and prototype are lost over `postMessage`. */
export type Outcome<T> = { value: T } | { error: AppErrorMessage };

/** The codec worker does one job at a time: an inspection, a read or a write. Its failures need a new worker. */
export interface CodecWorkerApi {
  /** Loads the wasm module. Safe to repeat. */
  start(): Promise<Outcome<null>>;
  inspect(file: Blob): Promise<Outcome<ParquetInspection>>;
  openRead(file: Blob, columns: string[], groundwork?: Groundwork): Promise<Outcome<ParquetInspection>>;
  /** The next batch of the open read, or null when it is done. Several calls may wait; they are served in order. */
  nextBatch(): Promise<Outcome<ArrowBatch | null>>;
  openWrite(options: WriteOptions): Promise<Outcome<null>>;
  openFoldedWrite(options: FoldedWriteOptions): Promise<Outcome<null>>;
  append(ipc: Uint8Array): Promise<Outcome<WrittenSoFar>>;
  /** Takes back what a target file has been given; its place is as it was. */
  discard(): Promise<Outcome<null>>;
  finish(): Promise<Outcome<Blob>>;
  /** Bytes of wasm memory held; it never shrinks while the worker lives. */
  memoryBytes(): Promise<Outcome<number>>;
}

export interface HashWorkerApi {
  sha256(file: Blob): Promise<Outcome<string>>;
}
