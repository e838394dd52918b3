import type { SeriesRow } from '../../queries/rows/series';
import type { Session } from '../../session/session';
import type { Dataset } from '../../session/session-state';

/** What every view of the open data is given. */
export interface DataViewProps {
  session: Session;
  dataset: Dataset;
  /** A job is running: nothing may be changed now. */
  busy: boolean;
  /** The series that Explore shows, null when every row was set aside. */
  series: SeriesRow | null;
  /** Shows a series in Explore. */
  onOpenSeries: (series: SeriesRow) => void;
}
