import { createContext } from 'react';
import type { FigureRows } from './rows-csv';

/** What a saved figure says of itself. */
export interface FigureSource {
  /** The open files in a few words. */
  files: string;
  /** The meter, or what else the figures are about. */
  subject: string;
  zone: string;
  /** The whole period of the subject, empty until it is known. */
  period: string;
}

/** Set around figures by the view that shows them; without it a figure cannot be saved. */
export const FigureSourceContext = createContext<FigureSource | null>(null);

/** Where the answer behind a card's picture leaves the way to its rows, for whoever saves them. */
export const FigureRowsContext = createContext<{
  current: (() => FigureRows | Promise<FigureRows>) | null;
} | null>(null);
