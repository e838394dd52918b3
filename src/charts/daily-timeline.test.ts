import { expect, test } from 'vitest';
import type { DailyRow } from '../queries/rows/series';
import { brushPicture } from './brush-path';
import { pointAt } from './chart-spec';
import { dailyTable, dailyTimeline, missingStretches } from './daily-timeline';
import { DAY } from './time-text';

const start = Date.UTC(2022, 0, 1);

function days(count: number, change: (index: number) => Partial<DailyRow> = () => ({})): DailyRow[] {
  return Array.from({ length: count }, (_, index) => ({
    local_date: start + index * DAY,
    energy: 2400,
    intervals: 24,
    intervals_missing: 0,
    minutes: 1440,
    ...change(index),
  }));
}

const input = (rows: DailyRow[]) => ({
  rows,
  window: { from: start, to: start + rows.length * DAY },
  unit: 'unknown',
  zone: 'Europe/Vilnius',
  height: 280,
  per: 'day' as const,
});

test('days without values are gathered into stretches', () => {
  const rows = days(10, (index) => (index >= 3 && index < 6 ? { energy: null, intervals_missing: 24 } : {}));
  expect(missingStretches(rows)).toEqual([{ x1: start + 3 * DAY, x2: start + 6 * DAY, days: 3 }]);
});

test('the axis names the zone and the unit, and says when there is none', () => {
  const options = dailyTimeline(input(days(365))).options(900);
  expect(JSON.stringify(options.y)).toContain('unit not stated');
  expect(JSON.stringify(options.y)).not.toContain('kWh');
  const known = dailyTimeline({ ...input(days(365)), unit: 'kWh' }).options(900);
  expect(JSON.stringify(known.y)).toContain('kWh per day');
  expect(options.x).toMatchObject({ type: 'utc', domain: [start, start + 365 * DAY] });
});

test('only the days of the window can be read, and each says what it lacks', () => {
  const rows = days(20, (index) => {
    if (index === 5) return { energy: 2000, intervals_missing: 4 };
    return index === 6 ? { minutes: 1380, intervals: 23, energy: 2300 } : {};
  });
  const spec = dailyTimeline({ ...input(rows), window: { from: start + 5 * DAY, to: start + 8 * DAY } });
  expect(spec.points).toHaveLength(3);
  expect(spec.points[0]!.read().lines).toEqual(['2,000', '20 of 24 intervals have a value']);
  expect(spec.points[1]!.read().lines).toEqual(['2,300', 'A day of 23 hours']);
  expect(spec.points[1]!.read().title).toBe('Fri 7 Jan 2022');
});

test('a monthly reading is as wide as its month', () => {
  const rows: DailyRow[] = [
    { local_date: start, energy: 10, intervals: 1, intervals_missing: 0, minutes: 31 * 1440 },
  ];
  const [point] = dailyTimeline({ ...input(rows), window: { from: start, to: start + 31 * DAY } }).points;
  expect(point!.x2 - point!.x1).toBe(31 * DAY);
});

test('the table stays short enough to listen to', () => {
  expect(dailyTable(days(365), 'kWh').rows).toHaveLength(365);
  const long = dailyTable(days(1500), 'kWh');
  expect(long.rows.length).toBeLessThan(60);
  expect(long.rows[0]).toEqual(['January 2022', '74,400 kWh', '744', '0']);
});

test('a place on the axis finds its day', () => {
  const { points } = dailyTimeline(input(days(10)));
  expect(pointAt(points, start + 3.5 * DAY)).toBe(3);
  expect(pointAt(points, start - DAY)).toBe(0);
  expect(pointAt(points, start + 99 * DAY)).toBe(9);
  expect(pointAt([], start)).toBe(-1);
});

test('the strip in small closes its area and marks what is missing', () => {
  const rows = days(10, (index) => (index === 4 ? { energy: null } : {}));
  const picture = brushPicture(rows, { from: start, to: start + 10 * DAY }, 100, 50);
  expect(picture.area.startsWith('M0 ')).toBe(true);
  expect(picture.area.endsWith('Z')).toBe(true);
  expect(picture.missing).toEqual([{ x: 40, width: 10 }]);
});
