import { useSyncExternalStore } from 'react';
import type { Scope } from './export-form';

let asked: Scope | null = null;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Opens the export options with these readings chosen, from wherever in the page; null closes them. */
export function askForExport(scope: Scope | null): void {
  asked = scope;
  for (const listener of listeners) listener();
}

/** What the export options were opened for, null while they are closed. */
export const useExportRequest = (): Scope | null => useSyncExternalStore(subscribe, () => asked);
