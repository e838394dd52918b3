import { clockText, DAY, HOUR, dateOf, dateText } from './time-text';

/** A stretch of local wall-clock time, as if UTC, `from` included and `to` excluded. */
export interface TimeWindow {
  from: number;
  to: number;
}

/** The shortest window: single hours have room to be seen. */
export const SHORTEST_WINDOW = 6 * HOUR;
/** Up to this length the single intervals are drawn, above it the days. */
export const LONGEST_FINE_WINDOW = 45 * DAY;

export const windowLength = (window: TimeWindow): number => window.to - window.from;

/** The window moved and cut so that it lies inside `whole` and is not too short. */
export function clampWindow(window: TimeWindow, whole: TimeWindow): TimeWindow {
  const length = Math.min(Math.max(windowLength(window), SHORTEST_WINDOW), windowLength(whole));
  const from = Math.min(Math.max(window.from, whole.from), whole.to - length);
  return { from, to: from + length };
}

/** Shorter (`factor` < 1) or longer about the moment `at`, which keeps its place in the picture. */
export function zoomWindow(window: TimeWindow, whole: TimeWindow, factor: number, at?: number): TimeWindow {
  const centre = at ?? (window.from + window.to) / 2;
  const length = Math.min(Math.max(windowLength(window) * factor, SHORTEST_WINDOW), windowLength(whole));
  const share = (centre - window.from) / windowLength(window);
  const from = centre - share * length;
  return clampWindow({ from, to: from + length }, whole);
}

/** The window moved by a share of its own length. */
export function panWindow(window: TimeWindow, whole: TimeWindow, share: number): TimeWindow {
  const step = windowLength(window) * share;
  return clampWindow({ from: window.from + step, to: window.to + step }, whole);
}

export const isWhole = (window: TimeWindow, whole: TimeWindow): boolean =>
  window.from <= whole.from && window.to >= whole.to;

export const isFine = (window: TimeWindow): boolean => windowLength(window) <= LONGEST_FINE_WINDOW;

/** Whole dates that cover the window and half its length on either side, so that small moves need no new question. */
export function paddedDates(window: TimeWindow, whole: TimeWindow): TimeWindow {
  const pad = windowLength(window) / 2;
  return {
    from: dateOf(Math.max(window.from - pad, whole.from)),
    to: Math.min(dateOf(window.to + pad) + DAY, dateOf(whole.to - 1) + DAY),
  };
}

export const covers = (outer: TimeWindow, inner: TimeWindow): boolean =>
  outer.from <= inner.from && outer.to >= inner.to;

/** What of a window can be taken hold of. */
export type WindowPart = 'from' | 'to' | 'middle';

/** The window with one edge, or all of it, moved by so many milliseconds. */
export function movePart(window: TimeWindow, whole: TimeWindow, part: WindowPart, by: number): TimeWindow {
  if (part === 'middle') return clampWindow({ from: window.from + by, to: window.to + by }, whole);
  if (part === 'from') {
    const from = Math.min(Math.max(window.from + by, whole.from), window.to - SHORTEST_WINDOW);
    return { from, to: window.to };
  }
  const to = Math.max(Math.min(window.to + by, whole.to), window.from + SHORTEST_WINDOW);
  return { from: window.from, to };
}

/** `1 Jul 2022 – 31 Jul 2022`, `1 Jul 2022` for a single day; with clock times where the window is short and starts within a day. */
export function windowText(window: TimeWindow): string {
  const short = windowLength(window) < 3 * DAY && window.from % DAY !== 0;
  const clock = (at: number) => (short ? ` ${clockText(at)}` : '');
  if (!short && dateOf(window.from) === dateOf(window.to - 1)) return dateText(window.from);
  return `${dateText(window.from)}${clock(window.from)} – ${dateText(window.to - 1)}${clock(window.to)}`;
}
