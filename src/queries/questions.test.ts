import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExpectedReading } from '../../e2e/corpus/corpus-types';
import { dayOf, gather, known, monthOf, total, totalOrNull } from '../../e2e/native-run/reading-sums';
import { rowInterfaces } from '../../e2e/native-run/row-interfaces';
import { testFolder } from '../../e2e/native-run/test-folder';
import { openTwoMeters } from '../../e2e/native-run/two-meters';
import type { TwoMeters } from '../../e2e/native-run/two-meters';
import { isoDate } from '../cli/samples/vilnius-clock';
import type { TransitionDayRow, TransitionIntervalRow } from './rows/clock-changes';
import type { LedgerRow } from './rows/ledger';
import type { FindingRow } from './rows/quality';
import type {
  DailyRow,
  HeatmapRow,
  IntervalRow,
  MonthlyRow,
  OverviewRow,
  SeriesRow,
  TypicalDayRow,
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

const ask: TwoMeters['ask'] = (name, parameters) => meters.ask(name, parameters);
const askSeries: TwoMeters['askSeries'] = (name, meter, more) => meters.askSeries(name, meter, more);

describe('every question', () => {
  it('answers with the fields of its row type and no others', async () => {
    const types = rowInterfaces();
    expect(types.size).toBeGreaterThan(10);
    for (const [name, fields] of types) {
      const window = { from_date_ms: isoDate('2022-03-26'), to_date_ms: isoDate('2022-03-27') };
      const run = { first_series_id: 1, last_series_id: 2 };
      const places = { rule: 'wall_clock_summed', severity: 'finding', skipped: 0, most_places: 9 };
      const [row] = await askSeries<Record<string, unknown>>(name, 'meter-1', {
        ...window,
        ...run,
        ...places,
      });
      if (row) expect([name, ...Object.keys(row).sort()]).toEqual([name, ...fields.toSorted()]);
      else expect(['set_aside', 'finding_places', 'meter_balance', 'conversions']).toContain(name);
    }
  });
});

describe('the list of series', () => {
  it('names both, in the order of the analytical table, with dates, resolution and days', async () => {
    expect(await ask<SeriesRow>('series_list')).toEqual([
      expect.objectContaining({
        ext_dev_ref: 'meter-1',
        fuel: 'electricity',
        channel: 'consumption',
        unit: 'unknown',
        days: 364,
      }),
      expect.objectContaining({
        ext_dev_ref: 'meter-2',
        channel: 'import',
        unit: 'kWh',
        first_date: isoDate('2022-03-20'),
        last_date: isoDate('2022-04-02'),
        min_resolution_minutes: 15,
        max_resolution_minutes: 15,
        days: 14,
      }),
    ]);
  });
});

describe('the overview of a series', () => {
  it('has the totals, the peak and the base load of its readings', async () => {
    const [found] = await askSeries<OverviewRow>('series_overview');
    const energies = known(first).sort((a, b) => a - b);
    const peak = first.find((reading) => reading.energy === energies.at(-1))!;
    const place = 0.025 * (energies.length - 1);
    const low = energies[Math.floor(place)]!;
    const days = [...gather(first, dayOf).values()];
    const complete = days.filter((day) => day.every((reading) => reading.energy !== null));
    expect(found).toMatchObject({
      first_utc: first[0]!.timestamp_utc,
      last_utc_end: first.at(-1)!.timestamp_utc + 3_600_000,
      first_local: first[0]!.timestamp_local,
      last_local: first.at(-1)!.timestamp_local,
      intervals: 8760,
      intervals_with_energy: 8760 - 25,
      intervals_missing: 25,
      intervals_split: 2,
      intervals_suspect: 0,
      total_energy: total(first),
      local_days: 365,
      complete_days: 363,
      peak_energy: peak.energy,
      peak_per_hour: peak.energy,
      peak_utc: peak.timestamp_utc,
      peak_local: peak.timestamp_local,
      peak_utc_offset_minutes: peak.utc_offset_minutes,
      peak_interval_minutes: 60,
    });
    expect(found?.mean_day_energy).toBeCloseTo(complete.reduce((sum, day) => sum + total(day), 0) / 363, 6);
    expect(found?.mean_per_hour).toBeCloseTo(total(first) / energies.length, 9);
    expect(found?.load_factor).toBeCloseTo(total(first) / energies.length / peak.energy!, 9);
    expect(found?.base_load_per_hour).toBeGreaterThanOrEqual(low);
    expect(found?.base_load_per_hour).toBeLessThanOrEqual(energies[Math.ceil(place)]!);
  });

  it('turns quarters of an hour into energy per hour', async () => {
    const [found] = await askSeries<OverviewRow>('series_overview', 'meter-2');
    expect(found?.peak_per_hour).toBe(4 * Math.max(...known(second)));
    expect(found?.mean_per_hour).toBeCloseTo((4 * total(second)) / known(second).length, 9);
  });
});

describe('days, months and hours of a series', () => {
  it('have daily totals over the true hours of each day', async () => {
    const expected = [...gather(first, dayOf)].map(([local_date, day]) => ({
      local_date,
      energy: totalOrNull(day),
      intervals: day.length,
      intervals_missing: day.length - known(day).length,
      minutes: day.length * 60,
    }));
    expect(await askSeries<DailyRow>('series_daily')).toEqual(expected);
    expect(expected.filter((day) => day.minutes !== 1440).map((day) => day.minutes)).toEqual([1380, 1500]);
  });

  it('have monthly totals that do not move by an hour', async () => {
    const expected = [...gather(first, monthOf)].map(([local_month, month]) => ({
      local_month,
      energy: total(month),
      intervals: month.length,
      intervals_missing: month.length - known(month).length,
    }));
    expect(await askSeries<MonthlyRow>('series_monthly')).toEqual(expected);
  });

  it('have the intervals of a window of local dates', async () => {
    const window = { from_date_ms: isoDate('2022-10-30'), to_date_ms: isoDate('2022-10-31') };
    const found = await askSeries<IntervalRow>('series_intervals', 'meter-1', window);
    const day = first.filter((reading) => dayOf(reading.timestamp_local) === isoDate('2022-10-30'));
    expect(found).toEqual(
      day.map(
        ({ timestamp_utc, timestamp_local, utc_offset_minutes, interval_minutes, energy, quality }) => ({
          timestamp_utc,
          timestamp_local,
          utc_offset_minutes,
          interval_minutes,
          energy,
          quality,
        }),
      ),
    );
    expect(found).toHaveLength(25);
  });

  it('have a cell per real hour: none for the skipped one, two for the repeated one', async () => {
    const cells = await askSeries<HeatmapRow>('series_heatmap');
    const of = (date: string) => cells.filter((cell) => cell.local_date === isoDate(date));
    expect(cells).toHaveLength(8760);
    expect(of('2022-03-27').map((cell) => cell.local_hour)).not.toContain(3);
    expect(of('2022-10-30').filter((cell) => cell.local_hour === 3)).toMatchObject([
      { pass: 0, minutes: 60 },
      { pass: 1, minutes: 60 },
    ]);
    expect(of('2022-07-04').map((cell) => cell.energy_per_hour)).toEqual(new Array(24).fill(null));
    expect(cells.map((cell) => cell.energy_per_hour)).toEqual(first.map((reading) => reading.energy));
  });

  it('have a typical day by season, kind of day and local hour', async () => {
    const found = await askSeries<TypicalDayRow>('series_typical_day');
    expect(found).toHaveLength(4 * 2 * 24);
    const sundaysAtThree = first.filter(({ timestamp_local, energy }) => {
      const at = new Date(timestamp_local);
      const autumn = at.getUTCMonth() >= 8 && at.getUTCMonth() <= 10;
      return autumn && [0, 6].includes(at.getUTCDay()) && at.getUTCHours() === 3 && energy !== null;
    });
    const line = found.find((row) => row.season === 'autumn' && row.is_weekend && row.local_hour === 3);
    expect(line?.energy_per_hour).toBeCloseTo(total(sundaysAtThree) / sundaysAtThree.length, 9);
    expect(line?.days).toBe(sundaysAtThree.length - 1);
  });
});

describe('the difficult days', () => {
  it('show the array as it lies in the file', async () => {
    const found = await askSeries<TransitionDayRow>('transition_days');
    const raw = (date: string) =>
      meters.year.find(({ row }) => row.date === isoDate(date))!.row.energy_consumption;
    expect(found).toMatchObject([
      {
        local_date: isoDate('2022-03-27'),
        kind: 'gap',
        layout: 'wall_clock',
        day_minutes: 1380,
        shift_start_minute: 180,
        shift_minutes: 60,
        offset_before_minutes: 120,
        offset_after_minutes: 180,
        raw_values: raw('2022-03-27'),
        source_file: 'year.parquet',
      },
      {
        local_date: isoDate('2022-10-30'),
        kind: 'overlap',
        day_minutes: 1500,
        raw_values: raw('2022-10-30'),
      },
    ]);
  });

  it('show the real intervals beside it', async () => {
    const found = await askSeries<TransitionIntervalRow>('transition_intervals');
    const expected = first.filter((reading) =>
      ['2022-03-27', '2022-10-30'].map(isoDate).includes(dayOf(reading.timestamp_local)),
    );
    expect(found.map((row) => [row.timestamp_utc, row.energy])).toEqual(
      expected.map((row) => [row.timestamp_utc, row.energy]),
    );
    const split = found.filter((row) => row.quality === 'split');
    expect(split.map((row) => [row.source_slot, row.quality_rule])).toEqual([
      [3, 'wall_clock_summed'],
      [3, 'wall_clock_summed'],
    ]);
  });

  it('show an elapsed day as elapsed', async () => {
    const [found] = await askSeries<TransitionDayRow>('transition_days', 'meter-2');
    expect(found).toMatchObject({ layout: 'elapsed', resolution_minutes: 15 });
    expect(found?.raw_values).toHaveLength(92);
  });
});

describe('the ledger', () => {
  it('keeps channels and units apart and balances each', async () => {
    const found = await ask<LedgerRow>('ledger');
    expect(found).toMatchObject([
      {
        channel: 'consumption',
        unit: 'unknown',
        rows_read: 364,
        energy_difference: '0',
        readings: 8760,
        readings_missing: 25,
      },
      { channel: 'import', unit: 'kWh', rows_read: 14, energy_difference: '0', readings: second.length },
    ]);
    expect(found.map((line) => line.energy_shown)).toEqual([String(total(first)), String(total(second))]);
  });

  it('counts each finding of each series', async () => {
    const found = await ask<FindingRow>('findings');
    expect(found.map(({ rule, count }) => [rule, count])).toEqual([
      ['completeness_day', 24],
      ['day_absent', 24],
      ['null_in_source', 1],
      ['wall_clock_summed', 2],
    ]);
  });
});
