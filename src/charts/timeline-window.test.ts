import { expect, test } from 'vitest';
import { dateTicks } from './date-ticks';
import { DAY, HOUR } from './time-text';
import {
  clampWindow,
  covers,
  isFine,
  isWhole,
  movePart,
  paddedDates,
  panWindow,
  SHORTEST_WINDOW,
  windowLength,
  windowText,
  zoomWindow,
} from './timeline-window';

const whole = { from: Date.UTC(2022, 0, 1), to: Date.UTC(2023, 0, 1) };

test('zooming keeps the moment under the pointer in its place', () => {
  const at = Date.UTC(2022, 2, 27);
  const before = { from: Date.UTC(2022, 1, 1), to: Date.UTC(2022, 5, 1) };
  const after = zoomWindow(before, whole, 0.5, at);
  const share = (window: typeof before) => (at - window.from) / windowLength(window);
  expect(windowLength(after)).toBe(windowLength(before) / 2);
  expect(share(after)).toBeCloseTo(share(before), 6);
});

test('no window leaves the period or becomes too short', () => {
  expect(zoomWindow(whole, whole, 4)).toEqual(whole);
  expect(windowLength(zoomWindow(whole, whole, 0.000001))).toBe(SHORTEST_WINDOW);
  expect(panWindow(whole, whole, 1)).toEqual(whole);
  expect(clampWindow({ from: whole.from - DAY, to: whole.from + DAY }, whole)).toEqual({
    from: whole.from,
    to: whole.from + 2 * DAY,
  });
});

test('a period shorter than the shortest window is shown whole', () => {
  const tiny = { from: 0, to: HOUR };
  expect(clampWindow({ from: 0, to: HOUR }, tiny)).toEqual(tiny);
});

test('edges cannot pass each other', () => {
  const window = { from: whole.from + 10 * DAY, to: whole.from + 20 * DAY };
  expect(movePart(window, whole, 'from', 100 * DAY)).toEqual({
    from: window.to - SHORTEST_WINDOW,
    to: window.to,
  });
  expect(movePart(window, whole, 'to', -100 * DAY).to).toBe(window.from + SHORTEST_WINDOW);
  expect(movePart(window, whole, 'middle', -100 * DAY)).toEqual({
    from: whole.from,
    to: whole.from + 10 * DAY,
  });
});

test('single intervals are drawn up to 45 days', () => {
  expect(isFine({ from: 0, to: 45 * DAY })).toBe(true);
  expect(isFine({ from: 0, to: 46 * DAY })).toBe(false);
  expect(isWhole(whole, whole)).toBe(true);
});

test('the dates that are asked for cover the window with room on both sides', () => {
  const window = { from: Date.UTC(2022, 2, 27, 5), to: Date.UTC(2022, 2, 28, 5) };
  const dates = paddedDates(window, whole);
  expect(covers(dates, window)).toBe(true);
  expect(dates.from % DAY).toBe(0);
  expect(dates.to % DAY).toBe(0);
  expect(paddedDates(whole, whole)).toEqual(whole);
});

test('ticks are round dates, the year under the first and each change of year', () => {
  const year = dateTicks(whole, 14);
  expect(year).toHaveLength(12);
  expect(year[0]!.label).toBe('Jan\n2022');
  expect(year[1]!.label).toBe('Feb');
  const two = dateTicks({ from: Date.UTC(2023, 0, 1), to: Date.UTC(2025, 0, 1) }, 10);
  expect(two.map((tick) => tick.label)).toEqual([
    'Jan\n2023',
    'Apr',
    'Jul',
    'Oct',
    'Jan\n2024',
    'Apr',
    'Jul',
    'Oct',
  ]);
  const weeks = dateTicks({ from: Date.UTC(2022, 2, 1), to: Date.UTC(2022, 4, 1) }, 10);
  expect(weeks.every((tick) => new Date(tick.x).getUTCDay() === 1)).toBe(true);
});

test('a period is named by its first and last day, and a single day by itself', () => {
  const day = Date.UTC(2022, 2, 27);
  expect(windowText({ from: day, to: day + 31 * DAY })).toBe('27 Mar 2022 – 26 Apr 2022');
  expect(windowText({ from: day, to: day + DAY })).toBe('27 Mar 2022');
  expect(windowText({ from: day + 2 * HOUR, to: day + 8 * HOUR })).toBe(
    '27 Mar 2022 02:00 – 27 Mar 2022 08:00',
  );
});
