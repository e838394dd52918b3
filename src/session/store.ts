import type { SessionState } from './session-state';

/** Holds the state and tells listeners of changes; states are never mutated. */
export class SessionStore {
  private state: SessionState = {
    engine: { phase: 'starting', loadedBytes: 0, totalBytes: null },
    dataset: null,
    activity: null,
    refusal: null,
    wayOn: null,
    mapping: null,
    selection: null,
    saved: null,
    story: null,
    notice: null,
    preview: null,
  };
  private readonly listeners = new Set<() => void>();

  get(): SessionState {
    return this.state;
  }

  set(change: Partial<SessionState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
