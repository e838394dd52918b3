import { DAY } from '../../charts/time-text';
import type { QualityPlaceRow } from '../../queries/rows/quality';
import type { SeriesRow } from '../../queries/rows/series';
import type { Dataset } from '../../session/session-state';
import { seriesKey } from '../meter-filter';
import { windowParameters } from '../views/period-parameter';
import { viewStore } from '../views/view-history';
import type { ChangePlace } from './rule-sentences';

/** What belongs to one series and goes when another one is shown. */
const OF_SERIES = { from: null, to: null, year: null, with: null, shift: null } as const;

/** Shows another series in this view; Explore will show it too. */
export function showSeries(series: SeriesRow): void {
  viewStore.change({ parameters: { ...OF_SERIES, meter: seriesKey(series) } }, 'replace');
}

/** Shows the place of a finding in the time line of its series, with a day on either side. */
export function showPlace(
  dataset: Dataset,
  place: Pick<QualityPlaceRow, 'series_id' | 'local_date' | 'last_date'>,
): void {
  const series = dataset.series.find((row) => row.series_id === place.series_id);
  if (!series || place.local_date === null) return;
  const window = { from: place.local_date - DAY, to: (place.last_date ?? place.local_date) + 2 * DAY };
  const parameters = { ...OF_SERIES, meter: seriesKey(series), ...windowParameters(window) };
  viewStore.change({ view: 'explore', parameters }, 'push');
  goTo('time-line');
}

/** Goes to where what was done can be changed. */
export function showChange(place: ChangePlace): void {
  if (place === 'choices') goTo('quality-choices');
  if (place === 'zone') document.querySelector<HTMLElement>('.zone input')?.focus();
  if (place === 'convention') {
    viewStore.change({ view: 'explore' }, 'push');
    goTo('difficult-days');
  }
}

/** Scrolls once the view that holds the place is on show. */
function goTo(id: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => document.getElementById(id)?.scrollIntoView({ block: 'start' })),
  );
}
