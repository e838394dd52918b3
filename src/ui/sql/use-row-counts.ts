import { useEffect, useState } from 'react';
import modelRowCount from '../../queries/model_row_count.sql?raw';
import readingRowCount from '../../queries/reading_row_count.sql?raw';
import type { Session } from '../../session/session';

/** Views that unfold every array: they are counted from the folded ones. */
const UNFOLDED: ReadonlySet<string> = new Set(['reading', 'analytical']);

/** How many rows each table has, by name, as they come; null where it could not be counted. */
export function useRowCounts(
  session: Session,
  names: readonly string[],
  version: number,
): ReadonlyMap<string, number | null> {
  const [counts, setCounts] = useState<ReadonlyMap<string, number | null>>(new Map());
  useEffect(() => {
    const controller = new AbortController();
    void countAll(session, names, controller.signal, (name, count) => {
      setCounts((known) => new Map(known).set(name, count));
    });
    return () => controller.abort();
  }, [session, names, version]);
  return counts;
}

/** One after the other, so that the console's own statements are not held up. */
async function countAll(
  session: Session,
  names: readonly string[],
  signal: AbortSignal,
  tell: (name: string, count: number | null) => void,
): Promise<void> {
  for (const name of names) {
    const unfolded = UNFOLDED.has(name);
    const count = await session
      .ask<{ row_count: number }>(
        unfolded ? readingRowCount : modelRowCount,
        unfolded ? {} : { model: name },
        signal,
      )
      .then(
        ([row]) => row?.row_count ?? null,
        () => null,
      );
    if (signal.aborted) return;
    tell(name, count);
  }
}
