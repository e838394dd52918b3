import { useEffect, useState } from 'react';
import { covers, isFine, paddedDates, windowLength } from '../charts/timeline-window';
import type { TimeWindow } from '../charts/timeline-window';
import type { IntervalRow, SeriesRow } from '../queries/rows/series';
import sql from '../queries/series_intervals.sql?raw';
import type { Session } from '../session/session';
import { useQuestion } from './use-question';
import type { Question } from './use-question';

const SETTLE_MS = 120;

/** True when a range that is already asked for serves the window without fetching far too much. */
const serves = (range: TimeWindow | null, window: TimeWindow): range is TimeWindow =>
  range !== null && covers(range, window) && windowLength(range) < 12 * windowLength(window) + 4 * 86_400_000;

/**
 * The single intervals around a window, once it is short enough to show them;
 * null while it is not. Waits for the window to settle before it asks, and asks
 * only when the window leaves what is already there.
 */
export function useIntervals(
  session: Session,
  /** Null: nothing is asked. */
  series: SeriesRow | null,
  version: number,
  window: TimeWindow,
  whole: TimeWindow,
): Question<IntervalRow> | null {
  const [range, setRange] = useState<TimeWindow | null>(null);
  // Daily and monthly readings are in the days already.
  const fine = series !== null && isFine(window) && series.min_resolution_minutes < 1440;
  const wanted = paddedDates(window, whole);
  const settled = !fine || serves(range, window);

  useEffect(() => {
    if (settled) return undefined;
    const timer = setTimeout(() => setRange({ from: wanted.from, to: wanted.to }), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [settled, wanted.from, wanted.to]);

  const parameters =
    fine && range ? { series_id: series.series_id, from_date_ms: range.from, to_date_ms: range.to } : null;
  const question = useQuestion<IntervalRow>(session, sql, parameters, version);
  if (!fine) return null;
  return range && covers(range, window) ? question : { state: 'loading' };
}
