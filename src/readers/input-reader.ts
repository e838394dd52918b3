import type { FoldContext } from './fold-long';
import type { InputMapping } from './input-mapping';
import type { InputInspection } from './open-input';

/** Some days of the input contract as a self-contained Arrow IPC stream, with the columns of `DAY_FIELDS`. */
export interface DayIpc {
  ipc: Uint8Array;
  days: number;
  /** Rows of the file that are read so far. */
  rowsRead: number;
}

/** Reads files that are no Parquet of the input contract. `input-client.ts` fulfils it by talking to a worker. */
export interface InputReader {
  /** @throws AppError as `inspectInput` */
  inspect(file: File, signal: AbortSignal): Promise<InputInspection>;
  /** The file's days, as a mapping says. @throws AppError as `readInput` */
  read(file: File, mapping: InputMapping, context: FoldContext, signal: AbortSignal): AsyncIterable<DayIpc>;
}
