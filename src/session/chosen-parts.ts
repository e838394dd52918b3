import type { Period } from '../queries/period';
import type { ExportChoice } from './chosen-sql';

const DAY = 86_400_000;

/** A part of a chosen export that is a file of its own. */
export interface ChosenPart {
  /** `2022-01`, or null for all that is chosen. */
  month: string | null;
  period: Period | null;
}

/**
 * The files of a chosen export: one, or one for each local month that the chosen period and the dates of the
 * data share. A day more at both ends, since a file on a fixed clock reaches into the dates beside its own.
 */
export function chosenParts(
  { byMonth, period }: Pick<ExportChoice, 'byMonth' | 'period'>,
  dates: { first: number; last: number },
): ChosenPart[] {
  if (!byMonth) return [{ month: null, period }];
  const from = Math.max(period?.from_date_ms ?? -Infinity, dates.first - DAY);
  const to = Math.min(period?.to_date_ms ?? Infinity, dates.last + 2 * DAY);
  const parts: ChosenPart[] = [];
  const start = new Date(from);
  for (let index = 0; ; index++) {
    const first = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + index, 1);
    const next = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + index + 1, 1);
    if (first >= to) return parts;
    parts.push({
      month: new Date(first).toISOString().slice(0, 7),
      period: { from_date_ms: Math.max(first, from), to_date_ms: Math.min(next, to) },
    });
  }
}
