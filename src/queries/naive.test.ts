import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExpectedReading } from '../../e2e/corpus/corpus-types';
import { dayOf, gather, monthOf, total } from '../../e2e/native-run/reading-sums';
import { testFolder } from '../../e2e/native-run/test-folder';
import { openTwoMeters } from '../../e2e/native-run/two-meters';
import type { TwoMeters } from '../../e2e/native-run/two-meters';
import { isoDate } from '../cli/samples/vilnius-clock';
import type { NaiveErrorRow, NaiveHourRow } from './rows/clock-changes';

const HOUR = 3_600_000;
const folder = testFolder();
let meters: TwoMeters;
let known: ExpectedReading[];
beforeAll(async () => {
  meters = await openTwoMeters(folder);
  known = meters.first.filter((reading) => reading.energy !== null);
});
afterAll(() => meters.close());

/** Winter time all year: what counting 24 hours a day from a midnight in January comes to. */
const WINTER_OFFSET = 2 * HOUR;
const SPRING = isoDate('2022-03-27');
const AUTUMN = isoDate('2022-10-30');

/** The instant at which the naive way puts a reading: its wall-clock slot, on a clock that never changes. */
const naiveUtc = ({ timestamp_local }: ExpectedReading): number => timestamp_local - WINTER_OFFSET;
/** The local time that this instant truly is; the rules of 2022 in Vilnius. */
const localAt = (utc: number): number => utc + (utc >= SPRING + HOUR && utc < AUTUMN + HOUR ? 3 : 2) * HOUR;

const halfOfDifferences = (group: (local: number) => number): number => {
  const sums = new Map<number, number>();
  const add = (key: number, by: number) => sums.set(key, (sums.get(key) ?? 0) + by);
  for (const reading of known) {
    add(group(reading.timestamp_local), -reading.energy!);
    add(group(localAt(naiveUtc(reading))), reading.energy!);
  }
  return [...sums.values()].reduce((sum, by) => sum + Math.abs(by), 0) / 2;
};

describe('24 fixed hours a day', () => {
  it('misplace the readings of the summer, and energy between days and months', async () => {
    const [found] = await meters.askSeries<NaiveErrorRow>('naive_error');
    const misplaced = known.filter((reading) => naiveUtc(reading) !== reading.timestamp_utc);
    expect(found).toMatchObject({
      hours: known.length,
      hours_misplaced: misplaced.length,
    });
    expect(misplaced.length).toBeGreaterThan(5000);
    expect(found!.total_energy).toBeCloseTo(total(known), 6);
    expect(found!.energy_in_wrong_day).toBeCloseTo(halfOfDifferences(dayOf), 6);
    expect(found!.energy_in_wrong_month).toBeCloseTo(halfOfDifferences(monthOf), 6);
    expect(found!.months_wrong).toBe(8);
    expect(found!.months).toBe(12);
  });

  it('cost more or less at the example price', async () => {
    const [found] = await meters.askSeries<NaiveErrorRow>('naive_error');
    const dearest = found!.highest_price;
    expect(found!.true_cost).toBeGreaterThan(total(known) * found!.lowest_price);
    expect(found!.true_cost).toBeLessThan(total(known) * dearest);
    expect(found!.naive_cost).not.toBeCloseTo(found!.true_cost!, 3);
  });

  it('keep an hour that never was, and pile two into one', async () => {
    const rows = await meters.askSeries<NaiveHourRow>('naive_hours');
    const spring = rows.filter((row) => row.local_date === SPRING);
    const autumn = rows.filter((row) => row.local_date === AUTUMN);
    expect([spring.length, autumn.length]).toEqual([24, 25]);
    expect(spring.filter((row) => row.timestamp_utc === null).map((row) => row.naive_minute)).toEqual([180]);
    expect(spring.filter((row) => row.timestamp_utc === row.naive_utc)).toHaveLength(3);
    const piled = autumn.filter((row) => row.is_split);
    expect(piled.map((row) => row.naive_minute)).toEqual([180, 180]);
    expect(new Set(piled.map((row) => row.naive_utc)).size).toBe(1);
    expect(total(gather(known, dayOf).get(AUTUMN)!)).toBeCloseTo(
      autumn.reduce((sum, row) => sum + (row.energy ?? 0), 0),
      6,
    );
  });
});
