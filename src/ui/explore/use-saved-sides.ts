import { useCallback } from 'react';
import type { Overlay } from '../../charts/overlay';
import type { FigureRows } from '../share/rows-csv';

/** What a picture's CSV holds: the answer's own rows, or both sides' while something lies over them. */
export function useSavedSides<R extends object>(
  overlay: Overlay<R> | null,
  ofBothSides: (own: readonly R[], overlay: Overlay<R>) => FigureRows,
): (rows: readonly R[]) => FigureRows {
  return useCallback(
    (rows: readonly R[]) => (overlay ? ofBothSides(rows, overlay) : rows),
    [overlay, ofBothSides],
  );
}
