import { describe, expect, it } from 'vitest';
import type { MeterTableRow } from '../../queries/rows/portfolio';
import type { FindingRow } from '../../queries/rows/quality';
import type { SeriesRow } from '../../queries/rows/series';
import { chooseLines, EVERY_METER, meterLines, sortLines } from './meter-line';

const series = (id: number, over: Partial<SeriesRow> = {}): SeriesRow => ({
  series_id: id,
  client_id: `client ${id}`,
  ext_dev_ref: `meter-${id}`,
  fuel: 'electricity',
  channel: 'consumption',
  unit: 'kWh',
  stated_unit: 'kWh',
  is_register: false,
  series_key: '',
  first_date: 0,
  last_date: 0,
  min_resolution_minutes: 60,
  max_resolution_minutes: 60,
  days: 1,
  ...over,
});

const figures = (id: number, over: Partial<MeterTableRow> = {}): MeterTableRow => ({
  series_id: id,
  intervals: 100,
  intervals_known: 100 - id,
  total_energy: id * 7,
  peak_per_hour: 50,
  mean_per_hour: id,
  course: [],
  ...over,
});

const finding = (id: number, rule: string): FindingRow => ({
  rule,
  severity: 'finding',
  series_id: id,
  count: 3,
  first_date: null,
  last_date: null,
});

const lines = meterLines(
  [series(10), series(9, { fuel: 'gas', client_id: 'Bakery' }), series(2, { channel: 'export' })],
  [finding(9, 'day_absent'), finding(9, 'wall_clock_summed'), finding(10, 'wall_clock_summed')],
  [figures(10), figures(9), figures(2, { total_energy: null, peak_per_hour: null, intervals: 0 })],
  new Map([[10, 4.5]]),
);
const ids = (found: readonly { series: SeriesRow }[]) => found.map((line) => line.series.series_id);

describe('lines of the meter table', () => {
  it('derive completeness and load factor, and leave an hour that was shared out in order out of the findings', () => {
    expect(lines[0]).toMatchObject({
      completeness: 0.9,
      load_factor: 0.2,
      base_load_per_hour: 4.5,
      findings: [],
    });
    expect(lines[1]!.findings.map((row) => row.rule)).toEqual(['day_absent']);
    expect(lines[2]).toMatchObject({ completeness: null, load_factor: null, base_load_per_hour: null });
  });

  it('sort names by their numbers, figures by size, and unknown figures last either way', () => {
    expect(ids(sortLines(lines, { column: 'meter', descending: false }))).toEqual([2, 9, 10]);
    expect(ids(sortLines(lines, { column: 'total', descending: true }))).toEqual([10, 9, 2]);
    expect(ids(sortLines(lines, { column: 'total', descending: false }))).toEqual([9, 10, 2]);
    expect(ids(sortLines(lines, { column: 'findings', descending: true }))).toEqual([9, 10, 2]);
  });

  it('are chosen by fuel, channel, client, findings and every word of the search at once', () => {
    const chosen = (choice: object) => ids(chooseLines(lines, { ...EVERY_METER, ...choice }));
    expect(chosen({})).toEqual([10, 9, 2]);
    expect(chosen({ fuel: 'gas' })).toEqual([9]);
    expect(chosen({ channel: 'export' })).toEqual([2]);
    expect(chosen({ client: 'client 10' })).toEqual([10]);
    expect(chosen({ onlyFindings: true })).toEqual([9]);
    expect(chosen({ search: 'BAKERY meter' })).toEqual([9]);
    expect(chosen({ search: 'bakery', fuel: 'electricity' })).toEqual([]);
  });
});
