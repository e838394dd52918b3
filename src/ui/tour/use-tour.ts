import { useState } from 'react';
import type { Session } from '../../session/session';
import type { Dataset } from '../../session/session-state';

interface Tour {
  /** True while the tour's card should be seen. */
  running: boolean;
  /** Opens the sample year and begins once its pictures are drawn. */
  start: () => void;
  stop: () => void;
}

/**
 * The tour of the sample. It is about one run's data: with another file, another zone or
 * another policy it would say what is no longer true, and ends.
 */
export function useTour(session: Session, dataset: Dataset | null, isDrawn: boolean): Tour {
  const [version, setVersion] = useState<number | null>(null);
  const start = async () => {
    await session.openSample('year');
    setVersion(session.getState().dataset?.version ?? null);
  };
  return {
    running: version !== null && dataset?.version === version && isDrawn,
    start: () => void start(),
    stop: () => setVersion(null),
  };
}
