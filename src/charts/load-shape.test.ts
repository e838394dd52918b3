import { describe, expect, test } from 'vitest';
import type { DistributionRow, LoadDurationRow, WeekRow } from '../queries/rows/series';
import { distribution } from './distribution';
import { compareClasses } from './load-classes';
import { loadDuration } from './load-duration';
import { typicalWeek } from './typical-week';

const steps: LoadDurationRow[] = [
  { share_from: 0, share_to: 0.25, rate_from: 9, rate_to: 6 },
  { share_from: 0.25, share_to: 1, rate_from: 5, rate_to: 1 },
];

test('the load duration curve says for how long a load is reached', () => {
  const spec = loadDuration(steps, 'kWh', 280);
  expect(spec.points.map((point) => point.read())).toEqual([
    { title: '25% of the time', lines: ['at least 6 kW'] },
    { title: '100% of the time', lines: ['at least 1 kW'] },
  ]);
  expect(spec.table.rows[0]).toEqual(['0%', '9 kW']);
  expect(spec.table.rows.at(-1)).toEqual(['99%', '5 kW']);
  expect(spec.options(600).y).toMatchObject({ label: 'kW', zero: true });
});

const classes: DistributionRow[] = [
  { rate_from: 0.1 * 3, rate_to: 0.4, minutes: 45, energy: 1 },
  { rate_from: 0.4, rate_to: 0.5, minutes: 135, energy: 3 },
];

test('each class of load has its share of the time and of the energy', () => {
  const { points } = distribution(classes, 'kWh', 280);
  expect(points.map((point) => point.y)).toEqual([0.25, 0.75]);
  expect(points[0]!.read()).toEqual({
    title: '0.3 to 0.4 kW',
    lines: ['25% of the time, 1 hour', '1 kWh, 25% of all'],
  });
});

test('a class of exported energy below zero has no share of all', () => {
  const { points } = distribution([{ rate_from: -2, rate_to: -1, minutes: 60, energy: -1.5 }], 'kWh', 280);
  expect(points[0]!.read().lines[1]).toBe('-1.5 kWh');
});

const week: WeekRow[] = Array.from({ length: 168 }, (_, hour) => ({
  iso_weekday: Math.floor(hour / 24) + 1,
  local_hour: hour % 24,
  energy_per_hour: hour === 3 ? null : hour,
  days: 52,
}));

test('the week runs from Monday to Sunday and leaves out hours without a value', () => {
  const spec = typicalWeek(week, 'unknown', 240);
  expect(spec.points).toHaveLength(167);
  expect(spec.points.at(-1)).toMatchObject({ x1: 167, x2: 168, y: 167 });
  expect(spec.points.at(-1)!.read()).toEqual({
    title: 'Sunday 23:00–24:00',
    lines: ['167 per hour', 'mean of 52 days'],
  });
  expect(spec.table.rows[3]!.slice(0, 3)).toEqual(['03:00', 'no value', '27 per hour']);
});

test('pictures without rows still have options', () => {
  for (const spec of [loadDuration([], 'kWh', 9), distribution([], 'kWh', 9), typicalWeek([], 'kWh', 9)]) {
    expect(spec.points).toEqual([]);
    expect(spec.options(300).marks).toBeTruthy();
  }
});

const bars = (width: number, ...minutes: number[]): DistributionRow[] =>
  minutes.map((each, place) => ({
    rate_from: place * width,
    rate_to: (place + 1) * width,
    minutes: each,
    energy: (each / 60) * (place + 0.5) * width,
  }));

describe('two sides of the loads by time', () => {
  test('are put into classes of one width without moving a reading', () => {
    const sides = compareClasses(bars(0.2, 10, 20, 30, 40, 50, 60), bars(0.5, 1, 2, 4));
    expect(sides.map(({ rate_from, rate_to }) => [rate_from, rate_to])).toEqual([
      [0, 1],
      [1, 2],
    ]);
    expect(sides.map(({ minutes, other_minutes }) => [minutes, other_minutes])).toEqual([
      [150, 3],
      [60, 4],
    ]);
    const fine = compareClasses(bars(0.1, ...Array.from({ length: 20 }, () => 1)), bars(0.5, 1, 2, 4));
    expect(fine.map(({ minutes, other_minutes }) => [minutes, other_minutes])).toEqual([
      [5, 1],
      [5, 2],
      [5, 4],
      [5, 0],
    ]);
    expect(fine.reduce((sum, row) => sum + row.energy, 0)).toBeCloseTo((20 * 1) / 60, 9);
  });

  test('a load that never changes stands in the class of its value', () => {
    const constant = [{ rate_from: 0, rate_to: 1, minutes: 600, energy: 3 }];
    const sides = compareClasses(bars(0.1, 1, 1, 1, 1), constant);
    expect(sides.filter((row) => row.other_minutes > 0)).toMatchObject([{ rate_from: 0.3, rate_to: 0.4 }]);
  });

  test('are both told, in the reader and in the table, each as shares of its own', () => {
    const overlay = { rows: bars(0.1, 0, 60, 60), label: 'the flat', colour: 'red', shift: 0 };
    const { points, table } = distribution(bars(0.1, 60, 180), 'kWh', 280, overlay);
    expect(points.map((point) => point.y)).toEqual([0.25, 0.75, 0]);
    expect(points[1]!.read().lines).toEqual([
      '75% of the time, 3 hours',
      '0.45 kWh, 90% of all',
      'the flat: 50% of the time, 1 hour',
      'the flat: 0.15 kWh, 37.5% of all',
    ]);
    expect(table.columns).toEqual(['Load', 'Time', 'Energy', 'Time, the flat', 'Energy, the flat']);
    expect(table.rows[2]![1]).toBe('0% of the time, 0 hours');
  });
});
