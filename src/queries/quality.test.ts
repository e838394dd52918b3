import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testFolder } from '../../e2e/native-run/test-folder';
import { openTwoMeters } from '../../e2e/native-run/two-meters';
import type { TwoMeters } from '../../e2e/native-run/two-meters';
import { isoDate } from '../cli/samples/vilnius-clock';
import type { FileLedgerRow } from './rows/ledger';
import type { CoverageDayRow, CoverageWeekRow, FindingRow, QualityPlaceRow } from './rows/quality';

const folder = testFolder();
let meters: TwoMeters;
beforeAll(async () => {
  meters = await openTwoMeters(folder);
});
afterAll(() => meters.close());

const places = (rule: string, most_places = 100) =>
  meters.askSeries<QualityPlaceRow>('quality_places', 'meter-1', { rule, most_places });

describe('the coverage of a series', () => {
  it('counts the true intervals of each day: the absent one, the partly known one, the days of 23 and 25 hours', async () => {
    const days = await meters.askSeries<CoverageDayRow>('coverage_day');
    const on = (date: string) => days.find((row) => row.local_date === isoDate(date));
    expect(days).toHaveLength(365);
    expect(on('2022-01-01')).toMatchObject({ intervals: 24, intervals_known: 24, has_row: true, days: 1 });
    expect(on('2022-07-04')).toMatchObject({ intervals: 24, intervals_known: 0, has_row: false });
    expect(on('2022-08-08')).toMatchObject({ intervals: 24, intervals_known: 23, has_row: true });
    expect(on('2022-03-27')).toMatchObject({ intervals: 23, intervals_known: 23, intervals_split: 0 });
    expect(on('2022-10-30')).toMatchObject({ intervals: 25, intervals_known: 25, intervals_split: 2 });
    expect(days.every((row) => row.rows_set_aside === 0)).toBe(true);
  });

  it('has the same weeks for every series, blank where a series has no dates', async () => {
    const [year, weeks] = await meters.ask<CoverageWeekRow>('coverage_week');
    expect(year!.first_week).toBe(isoDate('2021-12-27'));
    expect(year!.weeks).toHaveLength(53);
    const weekOf = (date: string) => Math.floor((isoDate(date) - year!.first_week) / (7 * 86_400_000));
    expect(year!.weeks[weekOf('2022-07-04')]).toBe('8');
    expect(year!.weeks[weekOf('2022-08-08')]).toBe('9');
    expect([...year!.weeks].filter((sign) => sign !== 'c')).toHaveLength(2);
    expect(year).toMatchObject({ intervals: 8760, intervals_known: 8735 });
    expect(weeks!.weeks.trim()).toBe('ccc');
    expect(weeks!.weeks).toHaveLength(53);
  });
});

describe('the places behind a finding', () => {
  it('name file, row, slot, local time and value', async () => {
    const [split] = await places('wall_clock_summed');
    const row = meters.year.findIndex(({ row: { date } }) => date === isoDate('2022-10-30'));
    expect(split).toMatchObject({
      severity: 'finding',
      source_file: 'year.parquet',
      source_row: row,
      local_date: isoDate('2022-10-30'),
      last_date: isoDate('2022-10-30'),
      first_slot: 3,
      clock_minute: 180,
      finding_count: 2,
      value: meters.year[row]!.row.energy_consumption![3],
      place_count: 1,
    });
    expect(await places('null_in_source')).toMatchObject([
      { local_date: isoDate('2022-08-08'), first_slot: 0, clock_minute: 0, finding_count: 1, value: null },
    ]);
    expect(await places('day_absent')).toMatchObject([
      { local_date: isoDate('2022-07-04'), source_file: null, source_row: null, finding_count: 24 },
    ]);
  });

  it('agree with the findings in their counts, and say how many were left out', async () => {
    const findings = await meters.ask<FindingRow>('findings');
    const all = await meters.ask<QualityPlaceRow>('quality_places', {
      series_id: 0,
      rule: '',
      most_places: 1000,
    });
    for (const { rule, series_id, count } of findings) {
      const own = all.filter((place) => place.rule === rule && place.series_id === series_id);
      expect([rule, own.reduce((sum, place) => sum + place.finding_count, 0)]).toEqual([rule, count]);
    }
    const [first, ...rest] = await places('', 1);
    expect(rest).toHaveLength(0);
    expect(first!.place_count).toBeGreaterThan(1);
  });
});

describe('the ledger of each file', () => {
  it('has a line for each file and group, and one for what no file has', async () => {
    const ledger = await meters.ask<FileLedgerRow>('ledger_file');
    expect(ledger.map((row) => [row.source_file, row.channel])).toEqual([
      ['year.parquet', 'consumption'],
      ['quarters.parquet', 'import'],
      ['–', 'consumption'],
    ]);
    expect(ledger[0]).toMatchObject({ rows_read: 364, rows_set_aside: 0, series_count: 1 });
    expect(ledger[0]!.energy_read).toBe(ledger[0]!.energy_shown);
    expect(ledger[2]).toMatchObject({ rows_read: 0, readings: 24, readings_missing: 24 });
  });
});

describe('the stretches of a finding', () => {
  it('are those of the places behind it, neighbouring dates together', async () => {
    const found = await meters.askSeries<FindingRow>('finding_ranges');
    const on = (date: string) => ({ first_date: isoDate(date), last_date: isoDate(date) });
    expect(found).toMatchObject([
      { rule: 'completeness_day', count: 24, ...on('2022-07-04') },
      { rule: 'day_absent', count: 24, ...on('2022-07-04') },
      { rule: 'null_in_source', count: 1, ...on('2022-08-08') },
      { rule: 'wall_clock_summed', count: 2, ...on('2022-10-30') },
    ]);
  });
});
