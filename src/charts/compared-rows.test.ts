import { describe, expect, test } from 'vitest';
import type { IntervalRow, TypicalDayRow } from '../queries/rows/series';
import {
  classesOfBothSides,
  daysOfBothSides,
  intervalsOfBothSides,
  monthsOfBothSides,
  stepsOfBothSides,
  typicalDaysOfBothSides,
  weekOfBothSides,
} from './compared-rows';
import type { Overlay } from './overlay';
import { DAY, HOUR } from './time-text';

const over = <R>(rows: readonly R[], shift = 0): Overlay<R> => ({
  rows,
  label: 'the other',
  colour: 'red',
  shift,
});
const MARCH = Date.UTC(2024, 2, 1);
const day = (place: number, energy: number | null) => ({
  local_date: MARCH + place * DAY,
  energy,
  intervals: 24,
  intervals_missing: energy === null ? 24 : 0,
  minutes: 1440,
});

describe('what is saved of a picture with two sides', () => {
  test('days stand beside the days they are compared with, each side under its own names', () => {
    const rows = daysOfBothSides(
      [day(0, 1), day(1, null), day(3, 4)],
      over([day(-29, 9), day(-28, 8), day(-27, 7), day(-20, 6)], 29 * DAY),
    );
    expect(Object.keys(rows[0]!)).toEqual([
      ...['local_date', 'energy', 'intervals', 'intervals_missing', 'minutes'],
      ...['other_local_date', 'other_energy', 'other_intervals', 'other_intervals_missing', 'other_minutes'],
      'compared_with',
    ]);
    expect(rows).toMatchObject([
      { local_date: MARCH, energy: 1, other_local_date: MARCH - 29 * DAY, other_energy: 9 },
      { energy: null, other_energy: 8, compared_with: 'the other' },
      { local_date: null, energy: null, other_local_date: MARCH - 27 * DAY, other_energy: 7 },
      { local_date: MARCH + 3 * DAY, energy: 4, other_local_date: null, other_energy: null },
    ]);
    expect(rows).toHaveLength(4);
  });

  test('intervals of different lengths keep their own: no energy is summed, scaled or said twice', () => {
    const at = (quarter: number, interval_minutes: number, energy: number): IntervalRow => ({
      timestamp_utc: MARCH + (quarter * HOUR) / 4,
      timestamp_local: MARCH + 2 * HOUR + (quarter * HOUR) / 4,
      utc_offset_minutes: 120,
      interval_minutes,
      energy,
      quality: 'measured',
    });
    const quarters = Array.from({ length: 8 }, (_, quarter) => at(quarter, 15, quarter));
    const rows = intervalsOfBothSides([at(0, 60, 10), at(4, 60, 20)], over(quarters), {
      from: MARCH + 2 * HOUR,
      to: MARCH + 4 * HOUR,
    });
    expect(rows.map((row) => [row['energy'], row['other_energy']])).toEqual([
      ...[
        [10, 0],
        [null, 1],
        [null, 2],
        [null, 3],
      ],
      ...[
        [20, 4],
        [null, 5],
        [null, 6],
        [null, 7],
      ],
    ]);
    expect(rows[1]).toMatchObject({
      timestamp_utc: null,
      other_timestamp_utc: MARCH + HOUR / 4,
      other_interval_minutes: 15,
    });
    expect(rows[0]).not.toHaveProperty('x1');
  });

  test('months move by whole months, and a shift of days leaves the own ones alone', () => {
    const month = (year: number, place: number, energy: number) => ({
      local_month: Date.UTC(year, place, 1),
      energy,
      intervals: 720,
      intervals_missing: 0,
    });
    const own = [month(2024, 0, 1), month(2024, 1, 2)];
    const other = [month(2023, 0, 3), month(2023, 1, 4), month(2023, 2, 5)];
    expect(monthsOfBothSides(own, over(other, 365 * DAY))).toMatchObject([
      { energy: 1, other_local_month: Date.UTC(2023, 0, 1), other_energy: 3 },
      { energy: 2, other_local_month: Date.UTC(2023, 1, 1), other_energy: 4 },
    ]);
    expect(monthsOfBothSides(own, over(other, 7 * DAY))).toBe(own);
  });

  test('hours of typical days and weeks are joined by what they are', () => {
    const hour = (season: TypicalDayRow['season'], is_weekend: boolean, energy_per_hour: number) => ({
      ...{ season, is_weekend, energy_per_hour },
      ...{ local_hour: 5, days: 3 },
    });
    const rows = typicalDaysOfBothSides(
      [hour('winter', false, 1), hour('summer', true, 2)],
      over([hour('winter', true, 3), hour('winter', false, 4)]),
    );
    expect(rows).toMatchObject([
      { season: 'winter', is_weekend: false, local_hour: 5, energy_per_hour: 1, other_energy_per_hour: 4 },
      { season: 'winter', is_weekend: true, local_hour: 5, energy_per_hour: null, other_energy_per_hour: 3 },
      { season: 'summer', is_weekend: true, energy_per_hour: 2, other_energy_per_hour: null },
    ]);
    expect(rows[0]).not.toHaveProperty('other_season');
    const week = { iso_weekday: 2, local_hour: 5, days: 3 };
    expect(
      weekOfBothSides([{ ...week, energy_per_hour: 1 }], over([{ ...week, energy_per_hour: 2 }])),
    ).toEqual([
      {
        ...week,
        ...{ energy_per_hour: 1, other_energy_per_hour: 2, other_days: 3, compared_with: 'the other' },
      },
    ]);
  });

  test('steps of load keep their own shares, classes of load become shared ones', () => {
    const step = (share_from: number, rate_from: number) => ({
      ...{ share_from, rate_from },
      ...{ share_to: share_from + 0.005, rate_to: rate_from },
    });
    expect(
      stepsOfBothSides([step(0, 9), step(0.005, 8)], over([step(0.0051, 7), step(0.01, 6)])),
    ).toMatchObject([
      { rate_from: 9, other_rate_from: null },
      { rate_from: 8, other_share_from: 0.0051, other_rate_from: 7 },
      { rate_from: null, other_rate_from: 6 },
    ]);
    const classes = [
      { rate_from: 0, rate_to: 1, minutes: 60, energy: 0.5 },
      { rate_from: 1, rate_to: 2, minutes: 30, energy: 0.6 },
    ];
    expect(classesOfBothSides(classes, over(classes.slice(0, 1)))).toMatchObject([
      { rate_from: 0, minutes: 60, other_minutes: 60, compared_with: 'the other' },
      { rate_from: 1, minutes: 30, other_minutes: 0 },
    ]);
  });
});
