import { useEffect, useRef } from 'react';
import type { SeriesRow } from '../../queries/rows/series';
import type { Dataset } from '../../session/session-state';
import { seriesKey } from '../meter-filter';
import { useShown } from './use-view';
import { viewStore } from './view-history';

/** What belongs to one series and goes when another one is shown. */
const OF_SERIES = { from: null, to: null, year: null, with: null, shift: null } as const;

interface ShownSeries {
  /** The series on show: the one that the address names, else the first; undefined without any. */
  series: SeriesRow | undefined;
  /** The key that the address names and no open file has, else null. */
  unknown: string | null;
  /** Shows another series in Explore; going back in history leads to this one. */
  select: (row: SeriesRow) => void;
}

/** Finds the series that the address names in what is open, and keeps the address true when files change. */
export function useShownSeries(dataset: Dataset | null): ShownSeries {
  const { parameters, link } = useShown();
  const wanted = parameters.meter;
  const named = dataset?.series.find((row) => seriesKey(row) === wanted);
  const series = named ?? dataset?.series[0];
  useLeavingFile(dataset?.version ?? 0, series ? seriesKey(series) : '', link, named !== undefined);
  return {
    series,
    unknown: dataset !== null && wanted !== undefined && named === undefined ? wanted : null,
    select: showSeries,
  };
}

function showSeries(row: SeriesRow): void {
  viewStore.change({ view: 'explore', parameters: { ...OF_SERIES, meter: seriesKey(row) } }, 'push');
}

/**
 * Takes meter and period out of the address when another file brings another series. What a link
 * names stays until it has been found once: the right file may be the next one.
 */
function useLeavingFile(version: number, key: string, link: number, isNamed: boolean): void {
  const settled = useRef({ version, key, link, isNamed });
  useEffect(() => {
    if (version === 0) return;
    const before = settled.current;
    settled.current = { version, key, link, isNamed };
    const isOtherFile = before.version !== 0 && before.version !== version && before.key !== key;
    if (!isOtherFile || before.link !== link || isNamed) return;
    const isWaiting = viewStore.get().parameters.meter !== undefined && !before.isNamed;
    if (!isWaiting) viewStore.change({ parameters: { ...OF_SERIES, meter: null } }, 'replace');
  }, [version, key, link, isNamed]);
}
