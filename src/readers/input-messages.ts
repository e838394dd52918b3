/** What crosses the boundary between the page and the reading worker. Everything here survives `postMessage`. */
import type { Outcome } from '../parquet/codec-messages';
import type { FileScan, LeftOut, Selection } from '../domain/selection';
import type { FoldContext } from './fold-long';
import type { InputMapping } from './input-mapping';
import type { DayIpc } from './input-reader';
import type { InputInspection } from './open-input';

/** The reading worker does one job and is ended after it. */
export interface InputWorkerApi {
  inspect(file: Blob, name: string): Promise<Outcome<InputInspection>>;
  /** @param selection the part of the file that is opened; null for all of it */
  openRead(
    file: Blob,
    mapping: InputMapping,
    context: FoldContext,
    selection: Selection | null,
  ): Promise<Outcome<null>>;
  /** The next batch of the open read, or null when it is done. */
  nextBatch(): Promise<Outcome<DayIpc | null>>;
  /** What the open read has left out, and of how many rows, once it is done. */
  leftOut(): Promise<Outcome<{ leftOut: LeftOut; ofRows: number }>>;
  openScan(file: Blob, mapping: InputMapping, context: FoldContext): Promise<Outcome<null>>;
  /** Goes on with the open scan: how many rows have been looked at, or what was found once it is done. */
  nextScan(): Promise<Outcome<number | FileScan>>;
}
