import type { Policies } from '../domain/policy';
import type { Parameters, Row } from '../engine/engine';
import type { SessionState } from './session-state';

/** The verbs of the page. All of them are safe to call at any time; a refusal lands in the state, never as a throw. */
export interface Session {
  getState(): SessionState;
  subscribe(listener: () => void): () => void;
  /** Opens files beside what is open (`add`) or instead of it (`replace`). What is open stays until the new data is ready. */
  open(files: readonly File[], mode: 'add' | 'replace'): Promise<void>;
  /** Fetches one of our own samples from this origin and opens it. */
  openSample(sample: 'year' | 'portfolio'): Promise<void>;
  /** Changes zone or policies; re-runs only the models that depend on them. */
  choosePolicies(change: Partial<Policies>): Promise<void>;
  /** Writes, re-reads and verifies; then hands the file to the browser's downloads. */
  exportAs(format: 'parquet' | 'csv'): Promise<void>;
  /** Stops the running job; what was open before it stays. */
  cancel(): void;
  dismissRefusal(): void;
  dismissSaved(): void;
  dismissStory(): void;
  /** Closes everything that is open. */
  reset(): Promise<void>;
  /** Asks one of `queries/` for the open data. */
  ask<R extends object = Row>(sql: string, parameters: Parameters, signal: AbortSignal): Promise<R[]>;
}
