import type { SeriesRow } from '../../queries/rows/series';
import type { Session } from '../../session/session';
import type { Dataset } from '../../session/session-state';

/** What the report is about, and the way back. */
export interface ReportViewProps {
  session: Session;
  dataset: Dataset;
  series: SeriesRow;
  onClose: () => void;
}
