import { describe, expect, test } from 'vitest';
import type { DailyRow, HeatmapRow } from '../queries/rows/series';
import { calendarSheets } from './calendar';
import { compareDays, comparedDaysText, differenceDayReading } from './compared-days';
import { compareHours, comparedHoursText, differenceCellText, differencePanel } from './compared-hours';
import { daysOfBothSides } from './compared-rows';
import { dailyTimeline } from './daily-timeline';
import { energyPaint, heatPanel, heatScale } from './heatmap';
import { datesOf, leapDayText, otherPart, otherTime, ownPart, ownTime } from './time-shift';
import { DAY, HOUR } from './time-text';
import { windowText } from './timeline-window';

const date = (text: string) => Date.parse(text);
const year = (of: number) => ({ from: Date.UTC(of, 0, 1), to: Date.UTC(of + 1, 0, 1) });
/** Its ordinal among the days since 1970, so that each day has a value of its own. */
const valueOf = (local: number) => local / DAY;
const days = (of: number): DailyRow[] =>
  datesOf(year(of)).map((local_date) => ({
    local_date,
    energy: valueOf(local_date),
    intervals: 24,
    intervals_missing: 0,
    minutes: 1440,
  }));
const hours = (of: number): HeatmapRow[] =>
  datesOf(year(of)).flatMap((local_date) =>
    Array.from({ length: 24 }, (_, local_hour) => ({
      ...{ local_date, local_hour, pass: 0, minutes: 60 },
      energy_per_hour: valueOf(local_date) + local_hour,
    })),
  );

describe('a year earlier', () => {
  test('is the same date and time of the year before, on either side of a 29 February', () => {
    for (const [own, other] of [
      ['2024-02-28', '2023-02-28'],
      ['2024-03-01', '2023-03-01'],
      ['2024-12-31', '2023-12-31'],
      ['2025-02-28', '2024-02-28'],
      ['2025-03-01T05:45Z', '2024-03-01T05:45Z'],
    ] as const) {
      expect(otherTime(date(own), 'year')).toBe(date(other));
      expect(ownTime(date(other), 'year')).toBe(date(own));
    }
    expect(otherTime(date('2024-02-29'), 'year')).toBeNull();
    expect(ownTime(date('2024-02-29T13:00Z'), 'year')).toBeNull();
  });

  test('moves whole years onto whole years', () => {
    for (const of of [2023, 2024, 2025]) {
      expect(otherPart(year(of), 'year')).toEqual(year(of - 1));
      expect(ownPart(year(of - 1), 'year')).toEqual(year(of));
    }
    const february = { from: date('2024-02-01'), to: date('2024-02-29') };
    expect(windowText(otherPart({ ...february, to: date('2024-03-01') }, 'year'))).toBe(
      '1 Feb 2023 – 28 Feb 2023',
    );
    expect(otherPart(february, 'year')).toEqual({ from: date('2023-02-01'), to: date('2023-03-01') });
  });

  test('names the days that have none beside them', () => {
    expect(leapDayText(year(2024), 'year')).toMatch(/^29 Feb 2024 has no date beside it /);
    expect(leapDayText(year(2025), 'year')).toMatch(/^29 Feb 2024 has no date beside it /);
    expect(leapDayText(year(2023), 'year')).toBeNull();
    expect(leapDayText(year(2024), 366 * DAY)).toBeNull();
  });
});

describe.each([
  { own: 2024, other: 2023 },
  { own: 2025, other: 2024 },
])('$own beside $other', ({ own, other }) => {
  const common = year(own);
  const leap = date('2024-02-29');

  test('hours and days agree on what lies beside what', () => {
    const compared = compareHours(hours(own), hours(other), common, 'year');
    expect(compared).toMatchObject({ known: 365 * 24, missing: 0, alone: 24 });
    expect(comparedHoursText(compared)).toBe(
      '8,760 hours compared; not compared: 24 hours that only one side has.',
    );
    const byDay = compareDays(days(own), days(other), common, 'year');
    expect(comparedDaysText(byDay)).toBe('365 days compared.');
    for (const row of [...compared.rows, ...byDay]) {
      expect(row.other_local_date).toBe(otherTime(row.local_date, 'year'));
    }
    for (const row of byDay.filter(({ difference }) => difference !== null)) {
      expect(row.difference).toBe(valueOf(row.local_date) - valueOf(row.other_local_date!));
    }
  });

  test('pictures show these dates and no others', () => {
    const part = otherPart(common, 'year');
    const panel = heatPanel(hours(other), energyPaint(heatScale(hours(other))), part, '');
    expect(panel).toMatchObject({ firstDate: Date.UTC(other, 0, 1), days: other === 2024 ? 366 : 365 });
    expect(panel.ticks.map(({ label }) => label).filter((label) => label === 'Jan')).toHaveLength(1);
    const months = calendarSheets(days(other), () => ({ shade: 0, missing: 'none' }), part);
    expect(months.map(({ title }) => title)).toEqual(
      expect.arrayContaining([`January ${other}`, `December ${other}`]),
    );
    expect(months).toHaveLength(12);
  });

  test('the saved rows and the time line hold the same pairs', () => {
    const overlay = { rows: days(other), label: 'before', colour: 'red', shift: 'year' } as const;
    const rows = daysOfBothSides(days(own), overlay);
    expect(rows).toHaveLength(366);
    for (const row of rows) {
      if (row['local_date'] === null || row['other_local_date'] === null) {
        expect(row['local_date'] ?? row['other_local_date']).toBe(leap);
      } else expect(row['other_local_date']).toBe(otherTime(Number(row['local_date']), 'year'));
    }
    const spec = dailyTimeline({
      ...{ rows: days(own), window: common, unit: 'kWh', zone: 'UTC', height: 100, per: 'day' },
      overlay,
    });
    const read = spec.points.find(({ x1 }) => x1 === Date.UTC(own, 2, 1))!.read();
    expect(read.lines.at(-1)).toMatch(
      new RegExp(`^before: ${valueOf(Date.UTC(other, 2, 1)).toLocaleString('en')} kWh`),
    );
  });
});

test('29 February says that it has nothing beside it', () => {
  const common = year(2024);
  const leap = date('2024-02-29');
  const compared = compareHours(hours(2024), hours(2023), common, 'year');
  const panel = differencePanel(compared, { most: 1, clipped: false }, common, '');
  const names = { own: 'this', other: 'that' };
  const cell = { day: (leap - common.from) / DAY, hour: 5, half: 0 } as const;
  expect(differenceCellText(panel, cell, 'kWh', names).lines[1]).toBe('that: has no such date');
  expect(panel.nonexistent).toHaveLength(24);
  const data = compareDays(days(2024), days(2023), common, 'year').find((day) => day.local_date === leap)!;
  const day = { date: leap, column: 0, row: 0, shade: null, oddHours: null, data } as const;
  expect(differenceDayReading({ ...day, missing: 'outside' }, 'kWh', names, []).lines).toContain(
    'that: has no such date',
  );
});

test('a shift of time moves everything by as much', () => {
  const part = { from: date('2024-02-28T06:00Z'), to: date('2024-03-02') };
  expect(ownPart(otherPart(part, 364 * DAY), 364 * DAY)).toEqual(part);
  expect(otherTime(date('2024-02-29'), 364 * DAY)).toBe(date('2023-03-02'));
  expect(datesOf({ from: part.from, to: part.from + HOUR })).toEqual([date('2024-02-28')]);
});
