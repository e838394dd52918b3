import type { PlotOptions } from '@observablehq/plot';
import { LOCALE } from '../domain/locale';
import { compactText } from '../domain/number-text';

/** One thing a pointer or the arrow keys can stop at: a stretch of the x axis and what to say about it. */
export interface ReadPoint {
  x1: number;
  x2: number;
  /** Where the marker sits on the y axis; null when there is no value. */
  y: number | null;
  /** What to say; only asked for the point at hand, since there may be thousands. */
  read: () => Reading;
}

export interface Reading {
  title: string;
  lines: string[];
}

/** The same facts as text, for people who hear the page. */
export interface ChartTable {
  caption: string;
  columns: string[];
  rows: string[][];
}

/** A chart without a document: what to draw at a given width, what to read from it, and its table. */
export interface ChartSpec {
  height: number;
  options: (width: number) => PlotOptions;
  /** In ascending order of x. */
  points: ReadPoint[];
  table: ChartTable;
  /** The local time at a place on the x axis, where that axis is not local time itself. */
  localAt?: (x: number) => number;
}

export const LARGEST_TABLE = 400;

/** The index of the point that covers x, or the nearest one; -1 when there are none. */
export function pointAt(points: readonly ReadPoint[], x: number): number {
  let low = 0;
  let high = points.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (points[middle]!.x1 <= x) low = middle;
    else high = middle - 1;
  }
  return points.length === 0 ? -1 : low;
}

/** Options that every chart of the page shares: our type size, our ink, room for the axes. */
export function baseOptions(width: number, height: number): PlotOptions {
  return {
    width,
    height,
    className: 'plot',
    marginTop: 22,
    marginRight: 8,
    marginBottom: 50,
    marginLeft: width < 480 ? 44 : 56,
    style: {
      fontSize: 'var(--text-xs)',
      overflow: 'visible',
      background: 'transparent',
      color: 'var(--ink-2)',
    },
  };
}

/** Room above a time line for the name of its axis and, under that, the signs of its annotations. */
export const MARGIN_WITH_SIGNS = 36;

/** About how many ticks fit a width. */
export const ticksFor = (width: number, each = 110): number => Math.max(2, Math.floor(width / each));

const plainTick = new Intl.NumberFormat(LOCALE, { maximumSignificantDigits: 4 });

/** A number on an axis, short enough for a phone's margin; all of its ticks are written the same way. */
export const axisNumber = (value: number, _place?: number, ticks: readonly number[] = [value]): string =>
  ticks.some((tick) => Math.abs(tick) >= 100_000) ? compactText(value, 4) : plainTick.format(value);

/** The x axis title, in the middle under the ticks, so that it never meets the last of them. */
export const localTimeLabel = (zone: string) =>
  ({ label: `Local time, ${zone}`, labelAnchor: 'center', labelArrow: 'none', labelOffset: 46 }) as const;
