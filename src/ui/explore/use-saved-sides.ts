import { useCallback } from 'react';
import type * as comparedRowsModule from '../../charts/compared-rows';
import type { Overlay } from '../../charts/overlay';
import type { FigureRows } from '../share/rows-csv';

type Sides = typeof comparedRowsModule;

/** Fetched once something compared is saved, so that the first view does without. */
export const comparedRows = (): Promise<Sides> => import('../../charts/compared-rows');

/** What a picture's CSV holds: the answer's own rows, or both sides' while something lies over them. */
export function useSavedSides<R extends object>(
  overlay: Overlay<R> | null,
  ofBothSides: (sides: Sides) => (own: readonly R[], overlay: Overlay<R>) => FigureRows,
): (rows: readonly R[]) => FigureRows | Promise<FigureRows> {
  return useCallback(
    (rows: readonly R[]) =>
      overlay ? comparedRows().then((sides) => ofBothSides(sides)(rows, overlay)) : rows,
    [overlay, ofBothSides],
  );
}
