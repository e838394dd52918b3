import { useCallback, useSyncExternalStore } from 'react';
import type { ParameterName } from './view-address';
import { viewStore } from './view-history';
import type { Shown } from './view-store';

/** What is shown, as the address has it. */
export function useShown(): Shown {
  return useSyncExternalStore(viewStore.subscribe, viewStore.get);
}

/**
 * One parameter of the address, and a setter; null is its absence. Setting replaces the entry of
 * history, since a chart's switch is nothing to come back from.
 */
export function useParameter(name: ParameterName): [string | null, (value: string | null) => void] {
  const value = useShown().parameters[name] ?? null;
  const set = useCallback(
    (next: string | null) => viewStore.change({ parameters: { [name]: next } }, 'replace'),
    [name],
  );
  return [value, set];
}
