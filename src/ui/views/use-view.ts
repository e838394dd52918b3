import { useSyncExternalStore } from 'react';
import { viewOf } from './view-address';
import type { View } from './view-address';

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** The view of the open data that the URL hash names. */
export function useView(): View {
  return useSyncExternalStore(subscribe, () => viewOf(window.location.hash));
}
