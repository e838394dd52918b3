import type { FileScan, LeftOut, Selection } from '../domain/selection';
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

/** A part of a file that is opened. */
export interface PartRequest {
  selection: Selection;
  /** Told once the file is read to its end, with how many rows it has. */
  onLeftOut: (leftOut: LeftOut, ofRows: number) => void;
}

/** Reads files that are no Parquet of the input contract. `input-client.ts` fulfils it by talking to a worker. */
export interface InputReader {
  /** @throws AppError as `inspectInput` */
  inspect(file: File, signal: AbortSignal): Promise<InputInspection>;
  /** The file's days, as a mapping says, or of a part of it. @throws AppError as `readInput` */
  read(
    file: File,
    mapping: InputMapping,
    context: FoldContext,
    signal: AbortSignal,
    part: PartRequest | null,
  ): AsyncIterable<DayIpc>;
  /** Whose rows the file holds and of which dates. @throws AppError as `readInput` */
  scan(
    file: File,
    mapping: InputMapping,
    context: FoldContext,
    signal: AbortSignal,
    onRows: (rows: number) => void,
  ): Promise<FileScan>;
}
