/** What crosses the boundary between the page and the reading worker. Everything here survives `postMessage`. */
import type { Outcome } from '../parquet/codec-messages';
import type { FoldContext } from './fold-long';
import type { InputMapping } from './input-mapping';
import type { DayIpc } from './input-reader';
import type { InputInspection } from './open-input';

/** The reading worker does one job and is ended after it. */
export interface InputWorkerApi {
  inspect(file: Blob, name: string): Promise<Outcome<InputInspection>>;
  openRead(file: Blob, mapping: InputMapping, context: FoldContext): Promise<Outcome<null>>;
  /** The next batch of the open read, or null when it is done. */
  nextBatch(): Promise<Outcome<DayIpc | null>>;
}
