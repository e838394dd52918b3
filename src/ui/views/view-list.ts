import type { ComponentType } from 'react';
import type { DataViewProps } from './data-view';
import type { View } from './view-address';

interface DataView {
  id: View;
  label: string;
  /** Fetches the view, a chunk of its own; null for Explore, which is the page itself. */
  load: (() => Promise<ComponentType<DataViewProps>>) | null;
}

/** The views in the order of the bar. */
export const DATA_VIEWS: readonly DataView[] = [
  { id: 'explore', label: 'Explore', load: null },
  {
    id: 'meters',
    label: 'Meters',
    load: () => import('../portfolio/portfolio-view').then((module) => module.PortfolioView),
  },
  {
    id: 'quality',
    label: 'Quality',
    load: () => import('../quality/quality-view').then((module) => module.QualityView),
  },
  { id: 'sql', label: 'SQL', load: () => import('../sql/sql-view').then(({ SqlView }) => SqlView) },
];
