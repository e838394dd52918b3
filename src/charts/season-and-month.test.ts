import { expect, test } from 'vitest';
import type { MonthlyRow, TypicalDayRow } from '../queries/rows/series';
import { monthlyTotals } from './monthly-totals';
import { seasonDays, typicalDay, typicalPeak } from './typical-day';

const rows: TypicalDayRow[] = [false, true].flatMap((is_weekend) =>
  Array.from({ length: 24 }, (_, local_hour) => ({
    season: 'winter' as const,
    is_weekend,
    local_hour,
    energy_per_hour: is_weekend ? 5 : local_hour,
    days: is_weekend ? 26 : 64,
  })),
);

test('weekday and weekend of a season are read together', () => {
  const spec = typicalDay(rows, 'winter', 'kWh', 130);
  expect(spec.points).toHaveLength(24);
  expect(spec.points[7]!.read()).toMatchObject({
    title: '07:00–08:00',
    lines: ['Weekday: 7 kW', 'Weekend: 5 kW'],
  });
  expect(seasonDays(rows, 'winter')).toBe('64 weekdays, 26 weekend days');
});

test('all seasons share one scale, and a season without data is empty', () => {
  expect(typicalPeak(rows)).toBe(23);
  const summer = typicalDay(rows, 'summer', 'kWh', 130);
  expect(summer.points).toEqual([]);
  expect(summer.options(300).y).toMatchObject({ domain: [0, 23] });
});

const month = (index: number, missing: number): MonthlyRow => ({
  local_month: Date.UTC(2022, index, 1),
  energy: 1000,
  intervals: 720,
  intervals_missing: missing,
});

test('a month with missing intervals says how much of it is known', () => {
  const spec = monthlyTotals({ rows: [month(0, 0), month(1, 72)], unit: 'kWh', height: 300 });
  expect(spec.points[0]!.read().lines).toEqual(['1,000 kWh']);
  expect(spec.points[1]!.read().lines).toEqual(['1,000 kWh', '648 of 720 intervals have a value']);
  expect(spec.table.rows[1]).toEqual(['February 2022', '1,000 kWh', '90%', '']);
  expect(spec.points[1]!.x2).toBe(Date.UTC(2022, 2, 1));
});

test('a complete month is compared per day with the month before and with a year earlier', () => {
  const january = { ...month(0, 0), energy: 310 };
  const february = { ...month(1, 0), energy: 560 };
  const later = { ...month(12, 0), energy: 155 };
  const spec = monthlyTotals({ rows: [january, february, later], unit: 'kWh', height: 300 });
  expect(spec.points.map((point) => point.read().lines.slice(1))).toEqual([
    [],
    ['+100% on the month before, per day'],
    ['−50% on a year earlier, per day'],
  ]);
});

test('charts without rows still have options', () => {
  expect(monthlyTotals({ rows: [], unit: 'kWh', height: 300 }).options(300).marks).toBeTruthy();
});
