import { useCallback, useState } from 'react';
import { clampWindow, isWhole } from '../../charts/timeline-window';
import type { TimeWindow } from '../../charts/timeline-window';
import type { DailyRow } from '../../queries/rows/series';
import { wholeOf } from '../timeline';
import { useShownWindow } from '../views/use-shown-window';

/** The part of the period that every picture follows; null is all of it. */
export interface Selection {
  window: TimeWindow | null;
  /** Selects a part; the whole period, or null, lets go of it. */
  select: (window: TimeWindow | null) => void;
  /** Says which days there are, so that a part stays inside them. */
  setWhole: (daily: readonly DailyRow[]) => void;
}

/** The selected part, kept in the address and inside what the days cover once they are known. */
export function useSelection(): Selection {
  const [window, setWindow] = useShownWindow();
  const [whole, setPeriod] = useState<TimeWindow | null>(null);
  const select = useCallback(
    (next: TimeWindow | null) => {
      const inside = next && whole ? clampWindow(next, whole) : next;
      setWindow(inside && whole && isWhole(inside, whole) ? null : inside);
    },
    [whole, setWindow],
  );
  const setWhole = useCallback(
    (daily: readonly DailyRow[]) => setPeriod(daily.length ? wholeOf(daily) : null),
    [],
  );
  return { window, select, setWhole };
}
