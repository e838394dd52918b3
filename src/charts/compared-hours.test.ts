import { describe, expect, test } from 'vitest';
import type { DailyRow, HeatmapRow } from '../queries/rows/series';
import {
  compareDays,
  comparedDaysTable,
  comparedDaysText,
  dayDifferenceScale,
  differenceDayReading,
  differenceMonths,
} from './compared-days';
import {
  compareHours,
  comparedHoursText,
  differenceCellText,
  differencePanel,
  differenceTable,
  hourDifferenceScale,
} from './compared-hours';
import { DIFFERENCE_SHADES, differenceScale, differenceShade } from './difference-scale';
import { DAY } from './time-text';

const SPRING_2022 = Date.UTC(2022, 2, 27);
const SPRING_2023 = Date.UTC(2023, 2, 26);
const AUTUMN_2022 = Date.UTC(2022, 9, 30);
const YEAR = 365 * DAY;
const names = { own: 'this', other: 'that' };

/** The hours of a stretch of dates as they are in Vilnius. */
function hours(
  from: number,
  days: number,
  value: (date: number, hour: number) => number | null,
): HeatmapRow[] {
  return Array.from({ length: days * 25 }, (_, index): HeatmapRow => {
    const local_date = from + Math.floor(index / 25) * DAY;
    const slot = index % 25;
    const pass = slot === 24 ? 1 : 0;
    const local_hour = pass ? 3 : slot;
    return {
      local_date,
      local_hour,
      pass,
      energy_per_hour: value(local_date, local_hour + pass / 2),
      minutes: 60,
    };
  }).filter(({ local_date, local_hour, pass }) => {
    if (pass) return local_date === AUTUMN_2022;
    return local_hour !== 3 || (local_date !== SPRING_2022 && local_date !== SPRING_2023);
  });
}

const march = (year: number) => Date.UTC(year, 2, 20);

describe('hours beside those of a year earlier', () => {
  const own = hours(march(2023), 10, (_, hour) => (hour === 5 ? null : 10 + hour));
  const other = hours(march(2022), 10, (date, hour) => (date === march(2022) && hour === 7 ? null : 12));
  const common = { from: march(2023), to: march(2023) + 10 * DAY };
  const compared = compareHours(own, other, common, YEAR);
  const panel = differencePanel(compared, hourDifferenceScale(compared), common, '');

  test('are all accounted for: known, missing, and on one side only', () => {
    // 26 March 2023 and 27 March 2022 have 23 hours, a day apart: each lacks an hour that the other has.
    expect(own).toHaveLength(239);
    expect(compared).toMatchObject({ known: 227, missing: 11, alone: 2 });
    expect(comparedHoursText(compared)).toBe(
      '227 hours compared; not compared: 11 hours with a missing side, 2 hours that only one side has.',
    );
    expect(panel.missing).toHaveLength(11);
    expect(panel.nonexistent).toEqual([
      { x: 6, y: 3, height: 1 },
      { x: 7, y: 3, height: 1 },
    ]);
  });

  test('say by how much they differ, and both values', () => {
    expect(differenceCellText(panel, { day: 0, hour: 20, half: 0 }, 'kWh', names)).toEqual({
      title: 'Mon 20 Mar 2023 20:00–21:00',
      lines: ['+18 kW (+150%)', 'this: 30 kW', 'that: 12 kW (20 Mar 2022)'],
    });
    expect(differenceCellText(panel, { day: 0, hour: 2, half: 0 }, 'unknown', names).lines).toEqual([
      'no difference',
      'this: 12 per hour',
      'that: 12 per hour (20 Mar 2022)',
    ]);
    expect(differenceCellText(panel, { day: 0, hour: 7, half: 0 }, 'kWh', names).lines).toEqual([
      'this: 17 kW',
      'that: missing (20 Mar 2022)',
    ]);
    expect(differenceCellText(panel, { day: 7, hour: 3, half: 0 }, 'kWh', names).lines).toEqual([
      'this: 13 kW',
      'that: has no such hour (27 Mar 2022)',
    ]);
    expect(differenceCellText(panel, { day: 6, hour: 3, half: 0 }, 'kWh', names).lines).toEqual([
      'This hour does not exist: the clocks went forward',
    ]);
  });

  test('have a table', () => {
    expect(differenceTable(compared, 'kWh', names).rows).toEqual([
      [
        'March 2023',
        expect.stringMatching(/^\+9\.\d+ kW$/),
        '+21 kW on 29 Mar 2023 23:00',
        '−2 kW on 20 Mar 2023 00:00',
        '12',
      ],
    ]);
  });
});

test('both passes of the autumn hour are compared where both sides have them', () => {
  const own = hours(AUTUMN_2022, 1, (_, hour) => hour);
  const other = hours(AUTUMN_2022, 1, (_, hour) => 2 * hour);
  const common = { from: AUTUMN_2022, to: AUTUMN_2022 + DAY };
  const compared = compareHours(own, other, common, 0);
  expect(compared).toMatchObject({ known: 25, missing: 0, alone: 0 });
  expect(
    compared.rows.filter(({ local_hour }) => local_hour === 3).map((row) => row.difference_per_hour),
  ).toEqual([-3, -3.5]);
  const panel = differencePanel(compared, hourDifferenceScale(compared), common, '');
  expect(panel.oddDays).toMatchObject([{ hours: 25, kind: 'overlap' }]);
});

describe('days', () => {
  const day = (index: number, energy: number | null, missing = 0, minutes = 1440): DailyRow => ({
    local_date: march(2022) + index * DAY,
    energy,
    intervals: minutes / 60,
    intervals_missing: missing,
    minutes,
  });
  const own = [day(0, 10), day(1, 8, 3), day(2, null, 24), day(3, 4), day(7, 6, 0, 1380)];
  const other = [day(0, 5), day(1, 9), day(2, 9), day(3, 4), day(7, 5, 0, 1380)];
  const common = { from: march(2022), to: march(2022) + 8 * DAY };
  const compared = compareDays(own, other, common, 0);
  const days = differenceMonths(compared, dayDifferenceScale(compared), common)[0]!.days;
  const read = (date: number) => differenceDayReading(days[date - 1]!, 'kWh', names, []).lines;

  test('are compared only where both sides are complete', () => {
    expect(compared.map(({ difference }) => difference)).toEqual([5, null, null, 0, 1]);
    expect(comparedDaysText(compared)).toBe('3 days compared; not compared: 2 days with something missing.');
    expect(days[20]).toMatchObject({ shade: null, missing: 'some' });
    expect(days[21]).toMatchObject({ shade: null, missing: 'all' });
    expect(days[22]).toMatchObject({ shade: 12, missing: 'none' });
    expect(days[26]).toMatchObject({ oddHours: 23 });
    expect(days[0]).toMatchObject({ missing: 'outside' });
  });

  test('say what they are', () => {
    expect(read(20)).toEqual(['+5 kWh (+100%)', 'this: 10 kWh', 'that: 5 kWh']);
    expect(read(21)).toEqual([
      'this: 8 kWh, 21 of 24 intervals',
      'that: 9 kWh',
      'Not compared: a side is not complete',
    ]);
    expect(read(22)[0]).toBe('this: missing');
    expect(read(1)).toEqual(['Outside what is compared']);
    expect(comparedDaysTable(compared, 'kWh', names).rows).toEqual([
      ['March 2022', '20 kWh', '14 kWh', '+6', '2'],
    ]);
  });
});

test('the scale of differences is even on both sides, and a few extreme ones do not wash it out', () => {
  const scale = differenceScale([...Array.from({ length: 999 }, (_, index) => (index % 11) - 5), 900]);
  expect(scale).toEqual({ most: 5, clipped: true });
  expect([-900, -5, 0, 5, 900].map((value) => differenceShade(value, scale))).toEqual([
    0,
    0,
    12,
    DIFFERENCE_SHADES - 1,
    DIFFERENCE_SHADES - 1,
  ]);
  expect(differenceShade(0, differenceScale([0, 0]))).toBe(12);
});
