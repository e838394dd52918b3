import { useEffect, useMemo, useState } from 'react';
import type { TimeWindow } from '../charts/timeline-window';
import { WHOLE_PERIOD } from '../queries/period';
import type { Period } from '../queries/period';

const SETTLE_MS = 180;

/** The part of the series that the brush shows, a moment after it came to rest; everything without a window. */
export function usePeriod(window: TimeWindow | null): { period: Readonly<Period>; isSettled: boolean } {
  const wanted = useMemo(
    () =>
      window ? { from_date_ms: Math.round(window.from), to_date_ms: Math.round(window.to) } : WHOLE_PERIOD,
    [window],
  );
  const [period, setPeriod] = useState<Readonly<Period>>(WHOLE_PERIOD);
  useEffect(() => {
    if (wanted === period) return undefined;
    const timer = setTimeout(() => setPeriod(wanted), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [wanted, period]);
  return { period, isSettled: wanted === period };
}
