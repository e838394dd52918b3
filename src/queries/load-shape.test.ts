import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExpectedReading } from '../../e2e/corpus/corpus-types';
import { known, monthOf, total } from '../../e2e/native-run/reading-sums';
import { testFolder } from '../../e2e/native-run/test-folder';
import { openTwoMeters } from '../../e2e/native-run/two-meters';
import type { TwoMeters } from '../../e2e/native-run/two-meters';
import { isoDate } from '../cli/samples/vilnius-clock';
import type {
  DistributionRow,
  FigurePlacesRow,
  LoadDurationRow,
  OverviewRow,
  TypicalDayRow,
  WeekRow,
} from './rows/series';

const folder = testFolder();
let meters: TwoMeters;
let first: ExpectedReading[];
let second: ExpectedReading[];
beforeAll(async () => {
  meters = await openTwoMeters(folder);
  ({ first, second } = meters);
});
afterAll(() => meters.close());

const askSeries: TwoMeters['askSeries'] = (name, meter, more) => meters.askSeries(name, meter, more);

const JUNE = { from_date_ms: isoDate('2022-06-01'), to_date_ms: isoDate('2022-07-01') };
const inJune = () =>
  first.filter(
    (reading) => monthOf(reading.timestamp_local) === JUNE.from_date_ms && reading.energy !== null,
  );

describe('the shape of the load', () => {
  it('falls along the load duration curve from the peak to the lowest load', async () => {
    const found = await askSeries<LoadDurationRow>('series_load_duration');
    const falling = known(first).sort((a, b) => b - a);
    expect(found).toHaveLength(200);
    expect(found[0]).toMatchObject({ share_from: 0, rate_from: falling[0] });
    expect(found.at(-1)).toMatchObject({ share_to: 1, rate_to: falling.at(-1) });
    for (const step of found) {
      const index = Math.round(step.share_from * falling.length);
      const end = Math.round(step.share_to * falling.length);
      expect([step.rate_from, step.rate_to]).toEqual([falling[index], falling[end - 1]]);
    }
    expect(found.slice(1).map((step) => step.share_from)).toEqual(
      found.slice(0, -1).map((step) => step.share_to),
    );
  });

  it('weighs quarters of an hour by their length', async () => {
    const found = await askSeries<LoadDurationRow>('series_load_duration', 'meter-2');
    expect(found[0]?.rate_from).toBe(4 * Math.max(...known(second)));
  });

  it('has a mean for each hour of the week', async () => {
    const found = await askSeries<WeekRow>('series_week');
    expect(found).toHaveLength(7 * 24);
    const sundaysAtThree = first.filter(({ timestamp_local, energy }) => {
      const at = new Date(timestamp_local);
      return at.getUTCDay() === 0 && at.getUTCHours() === 3 && energy !== null;
    });
    const cell = found.find((row) => row.iso_weekday === 7 && row.local_hour === 3);
    expect(cell?.energy_per_hour).toBeCloseTo(total(sundaysAtThree) / sundaysAtThree.length, 9);
    expect(cell?.days).toBe(sundaysAtThree.length - 1);
  });

  it('puts every known interval into one class of load', async () => {
    const found = await askSeries<DistributionRow>('series_distribution');
    expect(found.length).toBeGreaterThan(10);
    expect(found.length).toBeLessThanOrEqual(41);
    for (const { rate_from, rate_to, minutes } of found) {
      const inClass = known(first).filter((energy) => energy >= rate_from && energy < rate_to);
      expect(minutes).toBe(60 * inClass.length);
    }
    expect(found.reduce((sum, row) => sum + row.energy, 0)).toBeCloseTo(total(first), 6);
  });

  it('has shares of the night and of the weekend', async () => {
    const [found] = await askSeries<OverviewRow>('series_overview');
    const at = (reading: ExpectedReading) => new Date(reading.timestamp_local);
    const night = first.filter((reading) => (at(reading).getUTCHours() + 2) % 24 < 8);
    const weekend = first.filter((reading) => [0, 6].includes(at(reading).getUTCDay()));
    expect(found?.night_share).toBeCloseTo(total(night) / total(first), 9);
    expect(found?.weekend_share).toBeCloseTo(total(weekend) / total(first), 9);
  });

  it('names the intervals, days, nights and weekends that the figures come from', async () => {
    const [found] = await askSeries<FigurePlacesRow>('series_figure_places');
    const [overview] = await askSeries<OverviewRow>('series_overview');
    const apart = (reading: ExpectedReading) => Math.abs(reading.energy! - overview!.base_load_per_hour!);
    const valued = first.filter((reading) => reading.energy !== null);
    const nearest = Math.min(...valued.map(apart));
    const base = valued.find((reading) => reading.timestamp_local === found!.base_load_local)!;
    expect(apart(base)).toBeCloseTo(nearest, 9);
    const nights = new Map<number, number>();
    for (const { timestamp_local, energy } of first) {
      const hour = new Date(timestamp_local).getUTCHours();
      if (hour >= 6 && hour < 22) continue;
      const night = Math.floor((timestamp_local - 6 * 3_600_000) / 86_400_000) * 86_400_000;
      nights.set(night, (nights.get(night) ?? 0) + (energy ?? Number.NaN));
    }
    nights.delete(isoDate('2021-12-31'));
    nights.delete(isoDate('2022-12-31'));
    // The night of the spring change lacks an hour and so is no whole night.
    nights.delete(isoDate('2022-03-26'));
    const highest = Math.max(...[...nights.values()].filter((energy) => !Number.isNaN(energy)));
    expect(found!.night_energy).toBeCloseTo(highest, 6);
    expect(nights.get(found!.night_date!)).toBeCloseTo(highest, 6);
    expect(new Date(found!.weekend_date!).getUTCDay()).toBe(6);
    expect(found!.mean_day_date_energy).toBeGreaterThan(0.9 * overview!.mean_day_energy!);
  });

  it('counts holidays as weekend days when told to', async () => {
    const holidays = '2022-02-16,2022-07-06';
    const plain = await askSeries<TypicalDayRow>('series_typical_day');
    const told = await meters.askSeries<TypicalDayRow>('series_typical_day', 'meter-1', { holidays });
    const days = (from: TypicalDayRow[], season: string) =>
      from.find((row) => row.season === season && row.is_weekend && row.local_hour === 12)!.days;
    expect(days(told, 'winter')).toBe(days(plain, 'winter') + 1);
    expect(days(told, 'summer')).toBe(days(plain, 'summer') + 1);
    expect(days(told, 'autumn')).toBe(days(plain, 'autumn'));
  });

  it('follows the window of local time', async () => {
    const june = inJune();
    const highest = Math.max(...known(june));
    const [overview] = await askSeries<OverviewRow>('series_overview', 'meter-1', JUNE);
    expect(overview).toMatchObject({ intervals: 720, total_energy: total(june), peak_energy: highest });
    const [step] = await askSeries<LoadDurationRow>('series_load_duration', 'meter-1', JUNE);
    expect(step?.rate_from).toBe(highest);
    const classes = await askSeries<DistributionRow>('series_distribution', 'meter-1', JUNE);
    expect(classes.reduce((sum, row) => sum + row.minutes, 0)).toBe(60 * june.length);
    const week = await askSeries<WeekRow>('series_week', 'meter-1', JUNE);
    expect(Math.max(...week.map((row) => row.days))).toBe(5);
    const typical = await askSeries<TypicalDayRow>('series_typical_day', 'meter-1', JUNE);
    expect(new Set(typical.map((row) => row.season))).toEqual(new Set(['summer']));
  });
});
