import { useSyncExternalStore } from 'react';
import { NOTHING_SELECTED } from './selection';
import type { Selection } from './selection';

let selection: Selection = NOTHING_SELECTED;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Selects other series, by their keys. */
export function select(next: Selection): void {
  selection = next;
  for (const listener of listeners) listener();
}

/** The series that are selected in the meter table, by their keys; they stay selected while another view is shown. */
export const useSelection = (): Selection => useSyncExternalStore(subscribe, () => selection);
