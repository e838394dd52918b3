import type { ComponentType } from 'react';
import { fetchContent } from 'virtual:shipped/contracts';
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
  { id: 'sql', label: 'SQL', load: fetchConsole },
];

/** The contracts first: the view's modules describe the tables from them. */
async function fetchConsole(): Promise<ComponentType<DataViewProps>> {
  await fetchContent();
  return (await import('../sql/sql-view')).SqlView;
}
