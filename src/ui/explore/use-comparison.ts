import { useMemo } from 'react';
import type { TimeWindow } from '../../charts/timeline-window';
import type { SeriesRow } from '../../queries/rows/series';
import type { Session } from '../../session/session';
import type { Dataset } from '../../session/session-state';
import { useParameter } from '../views/use-view';
import { resolveComparison } from './comparison';
import type { Compared, Comparison } from './comparison';
import { useOverlays } from './use-overlay';
import type { Overlays } from './use-overlay';

interface UsedComparison {
  /** What lies over the pictures, null for nothing. */
  compared: Compared | null;
  /** Why a chosen comparison draws nothing. */
  refused: string | null;
  overlays: Overlays;
  /** Starts a comparison, or ends it with null. */
  compare: (comparison: Comparison | null) => void;
}

/** What the address says: a series' key, or `previous`, `year`, `weekdays`, or the date that the other period starts on. */
function comparisonOf(key: string | null, shift: string | null): Comparison | null {
  if (key) return { kind: 'series', key };
  if (shift === 'previous' || shift === 'year' || shift === 'weekdays') return { kind: shift };
  const from = shift && /^\d{4}-\d\d-\d\d$/.test(shift) ? Date.parse(shift) : Number.NaN;
  return Number.isNaN(from) ? null : { kind: 'chosen', from };
}

const shiftText = (comparison: Exclude<Comparison, { kind: 'series' }>): string =>
  comparison.kind === 'chosen' ? new Date(comparison.from).toISOString().slice(0, 10) : comparison.kind;

/** The comparison that a person chose, made concrete for the selected part of the period. */
export function useComparison(
  session: Session,
  dataset: Dataset,
  series: SeriesRow,
  window: TimeWindow | null,
  holidays: string,
): UsedComparison {
  const [withKey, setWith] = useParameter('with');
  const [shift, setShift] = useParameter('shift');
  const comparison = useMemo(() => comparisonOf(withKey ?? null, shift ?? null), [withKey, shift]);
  const compare = (next: Comparison | null) => {
    setWith(next?.kind === 'series' ? next.key : null);
    setShift(next && next.kind !== 'series' ? shiftText(next) : null);
  };
  const resolved = useMemo(
    () => comparison && resolveComparison(comparison, series, dataset.series, window),
    [comparison, series, dataset.series, window],
  );
  const compared = resolved && 'compared' in resolved ? resolved.compared : null;
  const refused = resolved && 'refused' in resolved ? resolved.refused : null;
  const overlays = useOverlays(session, dataset.version, series, compared, holidays);
  return { compared, refused, overlays, compare };
}
