import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExpectedReading } from '../../e2e/corpus/corpus-types';
import { known, total } from '../../e2e/native-run/reading-sums';
import { testFolder } from '../../e2e/native-run/test-folder';
import { openTwoMeters } from '../../e2e/native-run/two-meters';
import type { TwoMeters } from '../../e2e/native-run/two-meters';
import { isoDate } from '../cli/samples/vilnius-clock';
import type { MeterBaseLoadRow, MeterTableRow, PortfolioDayRow, PortfolioHourRow } from './rows/portfolio';
import type { DailyRow, OverviewRow, SeriesRow } from './rows/series';

const folder = testFolder();
let meters: TwoMeters;
let first: ExpectedReading[];
let second: ExpectedReading[];
beforeAll(async () => {
  meters = await openTwoMeters(folder);
  ({ first, second } = meters);
});
afterAll(() => meters.close());

describe('the table of meters', () => {
  it('has the figures that the overview of each series has', async () => {
    const table = await meters.ask<MeterTableRow>('meter_table');
    const list = await meters.ask<SeriesRow>('series_list');
    expect(table.map((row) => row.series_id)).toEqual(list.map((row) => row.series_id));
    for (const [index, { ext_dev_ref }] of list.entries()) {
      const [overview] = await meters.askSeries<OverviewRow>('series_overview', ext_dev_ref);
      const row = table[index]!;
      expect(row.intervals).toBe(overview!.intervals);
      expect(row.intervals_known).toBe(overview!.intervals_with_energy);
      expect(row.total_energy).toBeCloseTo(overview!.total_energy!, 6);
      expect(row.peak_per_hour).toBe(overview!.peak_per_hour);
      expect(row.mean_per_hour).toBeCloseTo(overview!.mean_per_hour!, 6);
    }
  });

  it('has the course of each series over the same 52 parts of the whole period', async () => {
    const [year, weeks] = await meters.ask<MeterTableRow>('meter_table');
    expect(year!.course).toHaveLength(52);
    expect(year!.course).not.toContain(null);
    const firstDays = first.filter(({ timestamp_local }) => timestamp_local < isoDate('2022-01-09'));
    expect(year!.course[0]).toBeCloseTo(total(firstDays) / firstDays.length, 6);
    const filled = weeks!.course.flatMap((rate, part) => (rate === null ? [] : [part]));
    expect(filled).toEqual([11, 12]);
  });

  it('has the base load of a run of series', async () => {
    const all = await meters.ask<MeterBaseLoadRow>('meter_base_load', {
      first_series_id: 1,
      last_series_id: 2,
    });
    expect(all).toHaveLength(2);
    for (const [index, meter] of ['meter-1', 'meter-2'].entries()) {
      const [overview] = await meters.askSeries<OverviewRow>('series_overview', meter);
      expect(all[index]!.base_load_per_hour).toBeCloseTo(overview!.base_load_per_hour!, 9);
    }
    expect(await meters.ask('meter_base_load', { first_series_id: 2, last_series_id: 2 })).toEqual([all[1]]);
  });
});

describe('the portfolio as a whole', () => {
  it('has daily totals for each fuel, channel and unit, never added across', async () => {
    const days = await meters.ask<PortfolioDayRow>('portfolio_day');
    for (const [channel, meter] of [
      ['consumption', 'meter-1'],
      ['import', 'meter-2'],
    ] as const) {
      const daily = await meters.askSeries<DailyRow>('series_daily', meter);
      const found = days.filter((row) => row.channel === channel);
      expect(found.map((row) => row.energy)).toEqual(daily.map((row) => row.energy));
      expect(found.map((row) => row.intervals)).toEqual(daily.map((row) => row.intervals));
      expect(found.map((row) => row.intervals_missing)).toEqual(daily.map((row) => row.intervals_missing));
      expect(new Set(found.map((row) => row.series_count))).toEqual(new Set([1]));
    }
  });

  it('has the mean load of a meter by local hour, the doubled hour and the missing one included', async () => {
    const hours = await meters.ask<PortfolioHourRow>('portfolio_hour');
    expect(hours).toHaveLength(2 * 24);
    const atHour = (all: readonly ExpectedReading[], hour: number) =>
      all.filter(
        ({ timestamp_local, energy }) => new Date(timestamp_local).getUTCHours() === hour && energy !== null,
      );
    for (const row of hours) {
      const all = row.channel === 'import' ? second : first;
      const readings = atHour(all, row.local_hour);
      const perHour = row.channel === 'import' ? 4 : 1;
      expect(row.energy_per_hour).toBeCloseTo((perHour * total(readings)) / known(readings).length, 6);
    }
  });
});
