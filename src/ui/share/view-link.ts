import type { SeriesRow } from '../../queries/rows/series';
import type { Dataset } from '../../session/session-state';
import { seriesKey } from '../meter-filter';
import { viewStore } from '../views/view-history';

/**
 * The address of what is shown, for somebody else. It names meter and zone even where they are the
 * usual ones, so that it means the same on a page where others are.
 */
export function viewLink(dataset: Dataset, series: SeriesRow | null): string {
  const { zone } = dataset.policies;
  const parameters = series ? { zone, meter: seriesKey(series) } : { zone };
  const address = new URL(window.location.href);
  address.hash = viewStore.address({ parameters });
  return address.href;
}
