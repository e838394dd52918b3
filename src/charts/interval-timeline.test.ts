import { expect, test } from 'vitest';
import type { IntervalRow } from '../queries/rows/series';
import { intervalTimeline, localAt, localTicks, offsetChanges, placeIntervals } from './interval-timeline';
import { DAY, HOUR } from './time-text';

/** Hours in true order from a UTC instant, with the offset that holds before and after a change. */
function hours(startUtc: number, count: number, change: { utc: number; before: number; after: number }) {
  return Array.from({ length: count }, (_, index): IntervalRow => {
    const utc = startUtc + index * HOUR;
    const offset = utc < change.utc ? change.before : change.after;
    return {
      timestamp_utc: utc,
      timestamp_local: utc + offset * 60_000,
      utc_offset_minutes: offset,
      interval_minutes: 60,
      energy: 100 + index,
      quality: 'measured',
    };
  });
}

const autumn = hours(Date.UTC(2022, 9, 29, 21), 25, {
  utc: Date.UTC(2022, 9, 30, 1),
  before: 180,
  after: 120,
});
const autumnDay = { from: Date.UTC(2022, 9, 30), to: Date.UTC(2022, 9, 31) };
const spring = hours(Date.UTC(2022, 2, 26, 22), 23, {
  utc: Date.UTC(2022, 2, 27, 1),
  before: 120,
  after: 180,
});
const springDay = { from: Date.UTC(2022, 2, 27), to: Date.UTC(2022, 2, 28) };

test('a repeated hour has a place of its own and the day is 25 hours wide', () => {
  const placed = placeIntervals(autumn, autumnDay);
  expect(placed).toHaveLength(25);
  expect(placed.at(-1)!.x2 - placed[0]!.x1).toBe(25 * HOUR);
  expect(new Set(placed.map((row) => row.x1)).size).toBe(25);
});

test('a skipped hour takes no room', () => {
  const placed = placeIntervals(spring, springDay);
  expect(placed.at(-1)!.x2 - placed[0]!.x1).toBe(23 * HOUR);
});

test('ticks stand where the local clock shows round times, twice for a repeated one', () => {
  const labels = localTicks(placeIntervals(autumn, autumnDay), 30).map((tick) => tick.label);
  expect(labels.filter((label) => label === '03:00')).toHaveLength(2);
  const springLabels = localTicks(placeIntervals(spring, springDay), 30).map((tick) => tick.label);
  expect(springLabels).not.toContain('03:00');
  expect(springLabels[0]).toBe('00:00\n27 Mar');
});

test('the change of the clocks is marked where it happens', () => {
  expect(offsetChanges(placeIntervals(spring, springDay))).toEqual([
    { x: springDay.from + 3 * HOUR, label: 'clocks forward, UTC+3' },
  ]);
  expect(offsetChanges(placeIntervals(autumn, autumnDay))[0]!.label).toBe('clocks back, UTC+2');
});

test('a place on the axis leads back to local time', () => {
  const placed = placeIntervals(autumn, autumnDay);
  expect(localAt(placed, placed[0]!.x1)).toBe(autumnDay.from);
  expect(localAt(placed, placed[0]!.x1 + 10 * HOUR)).toBe(autumnDay.from + 9 * HOUR);
  expect(localAt([], 5)).toBe(5);
});

test('each reading says local time, offset and quality', () => {
  const spec = intervalTimeline({
    rows: autumn,
    window: autumnDay,
    unit: 'kWh',
    zone: 'Europe/Vilnius',
    height: 280,
  });
  expect(spec.points[3]!.read()).toMatchObject({
    title: 'Sun 30 Oct 2022 03:00–04:00',
    lines: ['103 kWh', 'UTC+3, measured'],
  });
  expect(spec.points[4]!.read()).toMatchObject({
    title: 'Sun 30 Oct 2022 03:00–04:00',
    lines: ['104 kWh', 'UTC+2, measured'],
  });
  expect(spec.table.rows).toHaveLength(25);
  expect(spec.options(900).marks).toBeTruthy();
});

test('a window without intervals draws nothing and does not fail', () => {
  const spec = intervalTimeline({
    rows: [],
    window: { from: 0, to: DAY },
    unit: 'kWh',
    zone: 'UTC',
    height: 280,
  });
  expect(spec.points).toEqual([]);
  expect(spec.options(900).marks).toBeTruthy();
});
