import { useEffect, useSyncExternalStore } from 'react';
import { offline } from './offline-store';
import type { OfflineState } from './offline-store';

const TEXT: Readonly<Record<OfflineState, string>> = {
  unknown: '',
  keeping: 'Being kept for use without a network…',
  ready: 'Works without a network',
  impossible: '',
};

/** Says that the page works without a network, once it does. Keeping it begins when the engine is here. */
export function OfflineNote({ hasEngine }: { hasEngine: boolean }) {
  const state = useSyncExternalStore(offline.subscribe, offline.get);
  useEffect(() => {
    if (hasEngine && import.meta.env.PROD) offline.start();
  }, [hasEngine]);
  return TEXT[state] ? <span>{TEXT[state]}</span> : null;
}
