import { useCallback, useMemo } from 'react';
import type { TimeWindow } from '../../charts/timeline-window';
import { windowOf, windowParameters } from './period-parameter';
import { useShown } from './use-view';
import { viewStore } from './view-history';

/** The period on show and a setter, kept in the address; null is the whole period. */
export function useShownWindow(): [TimeWindow | null, (window: TimeWindow | null) => void] {
  const { from, to } = useShown().parameters;
  const window = useMemo(
    () => windowOf({ ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }),
    [from, to],
  );
  const set = useCallback(
    (next: TimeWindow | null) => viewStore.change({ parameters: windowParameters(next) }, 'replace'),
    [],
  );
  return [window, set];
}
