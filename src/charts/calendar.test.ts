import { expect, test } from 'vitest';
import type { DailyRow } from '../queries/rows/series';
import {
  calendarFrame,
  calendarMonths,
  calendarReading,
  calendarScale,
  calendarTable,
  dayAt,
  monthPlace,
} from './calendar';
import { DAY } from './time-text';

const start = Date.UTC(2024, 1, 27);
const rows: DailyRow[] = Array.from({ length: 40 }, (_, index) => ({
  local_date: start + index * DAY,
  energy: index === 5 ? null : index + 1,
  intervals: 24,
  intervals_missing: index === 5 ? 24 : index === 6 ? 2 : 0,
  minutes: start + index * DAY === Date.UTC(2024, 2, 31) ? 1380 : 1440,
}));
const months = calendarMonths(rows, calendarScale(rows));
const day = (month: number, date: number) => months[month]!.days[date - 1]!;

test('a year has twelve sheets, leap day included, weeks start on Monday', () => {
  expect(months.map(({ days }) => days.length)).toEqual([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  expect(day(1, 29)).toMatchObject({ column: 3, row: 4, missing: 'none' });
  expect(day(2, 1)).toMatchObject({ column: 4, row: 0 });
  expect(months[8]!.weeks).toBe(6);
});

test('gaps, days with something missing, days without 24 hours and days outside the data are apart', () => {
  expect(day(2, 3)).toMatchObject({ missing: 'all', shade: null });
  expect(day(2, 4)).toMatchObject({ missing: 'some' });
  expect(day(2, 31)).toMatchObject({ oddHours: 23, missing: 'none' });
  expect(day(0, 1)).toMatchObject({ missing: 'outside', shade: null, data: null });
  expect(calendarReading(day(2, 4), 'kWh', ['A holiday'])).toEqual({
    title: 'Mon 4 Mar 2024',
    lines: ['7 kWh', '22 of 24 intervals have a value', 'A holiday'],
  });
  expect(calendarReading(day(2, 31), 'unknown').lines).toEqual(['34', 'A day of 23 hours']);
});

test.each([330, 700, 1080, 2200])('at %i pixels each day can be hit and has room for its number', (width) => {
  const frame = calendarFrame(width);
  expect(frame.cell).toBeGreaterThanOrEqual(19);
  expect(frame.columns * frame.monthWidth).toBeLessThanOrEqual(width + 21);
  for (const [index, month] of months.entries()) {
    const { x, y } = monthPlace(index, frame);
    for (const one of month.days) {
      const found = dayAt(
        months,
        frame,
        x + (one.column + 0.5) * frame.cell,
        y + (one.row + 0.5) * frame.cell,
      );
      expect(found).toBe(one);
    }
  }
});

test('the table has the months that have days', () => {
  expect(calendarTable(months, 'kWh').rows).toEqual([
    ['February 2024', '3 kWh', 'Thu 29 Feb 2024', '0'],
    ['March 2024', '34 kWh', 'Sun 31 Mar 2024', '2'],
    ['April 2024', '40 kWh', 'Sat 6 Apr 2024', '0'],
  ]);
});
