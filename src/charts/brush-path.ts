import type { DailyRow } from '../queries/rows/series';
import { missingStretches } from './daily-timeline';
import type { TimeWindow } from './timeline-window';
import { DAY } from './time-text';

/** The whole period in small: an area of the days' energy and the stretches without any. */
export interface BrushPicture {
  area: string;
  missing: { x: number; width: number }[];
}

/** Draws the days into a strip of the given size. */
export function brushPicture(
  rows: readonly DailyRow[],
  whole: TimeWindow,
  width: number,
  height: number,
): BrushPicture {
  const values = rows.map((row) => row.energy ?? 0);
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const x = (at: number) => ((at - whole.from) / (whole.to - whole.from)) * width;
  const y = (value: number) => height - 4 - ((value - low) / (high - low || 1)) * (height - 8);
  const steps = rows.map((row) => {
    const length = Math.max(1, Math.round(row.minutes / 1440)) * DAY;
    const level = y(row.energy ?? 0).toFixed(1);
    return `H${x(row.local_date).toFixed(1)}V${level}H${x(row.local_date + length).toFixed(1)}`;
  });
  const base = y(0).toFixed(1);
  return {
    area: rows.length ? `M0 ${base}${steps.join('')}V${base}Z` : '',
    missing: missingStretches(rows).map(({ x1, x2 }) => ({ x: x(x1), width: x(x2) - x(x1) })),
  };
}
