import type { ComponentType } from 'react';
import type { SeriesRow } from '../../queries/rows';
import type { Session } from '../../session/session';
import type { Dataset } from '../../session/session-state';
import type { View } from './view-address';

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

interface DataView {
  id: View;
  label: string;
  /** Fetches the view, a chunk of its own; null for Explore, which is the page itself. */
  load: (() => Promise<ComponentType<DataViewProps>>) | null;
}

/** The views in the order of the bar. */
export const DATA_VIEWS: readonly DataView[] = [{ id: 'explore', label: 'Explore', load: null }];
