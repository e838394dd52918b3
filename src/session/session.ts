import type { Policies } from '../domain/policy';
import type { Selection } from '../domain/selection';
import type { Parameters, Row } from '../engine/engine';
import type { InputMapping } from '../readers/input-mapping';
import type { ExportChoice, ExportFormat } from './chosen-sql';
import type { SessionState } from './session-state';

/** A statement that a person wrote. */
export interface ReadStatement {
  sql: string;
  /** Whether the engine may take the text for several statements, as it does with a PIVOT. */
  mayExpand: boolean;
}

/** The verbs of the page. All of them are safe to call at any time; a refusal lands in the state, never as a throw. */
export interface Session {
  getState(): SessionState;
  subscribe(listener: () => void): () => void;
  /** Opens files beside what is open (`add`) or instead of it (`replace`). What is open stays until the new data is ready. */
  open(files: readonly File[], mode: 'add' | 'replace'): Promise<void>;
  /** Goes on opening with what a person says about the columns of the file that was asked about. */
  confirmMapping(mapping: InputMapping): void;
  /** Leaves the question; what was open stays. */
  cancelMapping(): void;
  /** Asks how the columns of an open file are meant. */
  changeMapping(sourceId: number): void;
  /** Opens the part of the files that was asked about. */
  confirmSelection(selection: Selection): void;
  /** Leaves that question; what was open stays. */
  cancelSelection(): void;
  /** Fetches one of our own samples from this origin and opens it. */
  openSample(sample: 'year' | 'portfolio'): Promise<void>;
  /** Changes zone or policies; re-runs only the models that depend on them. */
  choosePolicies(change: Partial<Policies>): Promise<void>;
  /** Tries a choice without applying it; what it would change lands in the state's `preview`. */
  previewPolicies(change: Partial<Policies>): Promise<void>;
  dismissPreview(): void;
  /** Writes the analytical table as Parquet, re-reads and verifies it; then hands the file to the browser's downloads. */
  exportAll(): Promise<void>;
  /** Writes the part of the data that the person chose, reads it back and hands it over. */
  exportChosen(choice: ExportChoice, target?: FileSystemFileHandle | null): Promise<void>;
  /** Runs a person's own statement again, writes all its rows, reads the file back and hands it over. */
  exportStatement(statement: ReadStatement, format: ExportFormat): Promise<void>;
  /** Stops the running job; what was open before it stays. */
  cancel(): void;
  dismissRefusal(): void;
  dismissSaved(): void;
  dismissStory(): void;
  /** Closes everything that is open. */
  reset(): Promise<void>;
  /**
   * Asks one of `queries/` for the open data. A question that took all memory is refused from then on, unless it
   * is asked `anew` because a person wants to try once more.
   */
  ask<R extends object = Row>(
    sql: string,
    parameters: Parameters,
    signal: AbortSignal,
    anew?: boolean,
  ): Promise<R[]>;
  /**
   * Runs a person's own statement on a connection of its own, in a transaction that can only read.
   * Yields Arrow IPC streams, the first as soon as the columns are known; throws what went wrong.
   */
  readStatement(statement: ReadStatement, signal: AbortSignal): AsyncIterable<Uint8Array>;
}
