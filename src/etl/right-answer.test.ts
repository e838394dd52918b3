import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoDate, vilniusIntervals } from '../cli/samples/vilnius-clock';
import { ledgerFacts } from '../../e2e/native-run/ledger-facts';
import { runFiles } from '../../e2e/native-run/native-run';
import type { NativeRun } from '../../e2e/native-run/native-run';
import { samplePath } from '../../e2e/native-run/test-folder';

interface AnalyticalRow {
  timestamp_utc: number;
  timestamp_local: number;
  utc_offset_minutes: number;
  interval_minutes: number;
  energy: number | null;
  quality: string;
  quality_rule: string | null;
  source_row: number;
  source_slot: number;
}

const HOUR = 3_600_000;
const FIRST_PASS = Date.parse('2022-10-30T00:00Z');
const SECOND_PASS = Date.parse('2022-10-30T01:00Z');
const realFile = fileURLToPath(
  new URL('../../../shared/data/home_assignment_raw_data.parquet', import.meta.url),
);
const files = [
  { title: 'the sample of a year', path: samplePath('sample-year') },
  { title: 'the real file', path: realFile },
].filter(({ path }) => existsSync(path));

describe.each(files)('$title, hourly hundreds of 2022 in Vilnius,', ({ path }) => {
  let run: NativeRun;
  let rows: AnalyticalRow[];
  beforeAll(async () => {
    run = await runFiles([path]);
    rows = await run.rows<AnalyticalRow>('analytical');
    rows.sort((a, b) => a.timestamp_utc - b.timestamp_utc);
  });
  afterAll(() => run.close());

  it('becomes 8,760 hours of UTC without a gap', () => {
    const first = Date.parse('2021-12-31T22:00Z');
    expect(rows).toHaveLength(8760);
    expect(rows.map((row) => row.timestamp_utc)).toEqual(rows.map((_row, index) => first + index * HOUR));
    expect(rows.at(-1)?.timestamp_utc).toBe(Date.parse('2022-12-31T21:00Z'));
  });

  it('has exactly 100 in each hour', () => {
    expect(new Set(rows.map((row) => row.energy))).toEqual(new Set([100]));
    expect(rows.reduce((sum, row) => sum + (row.energy ?? 0), 0)).toBe(876_000);
  });

  it('carries the local clock and the true offset on every row', () => {
    const truth = vilniusIntervals(isoDate('2022-01-01'), isoDate('2022-12-31'), 60);
    const found = rows.map(({ timestamp_utc, timestamp_local, utc_offset_minutes, interval_minutes }) => ({
      utc: timestamp_utc,
      local: timestamp_local,
      offset_minutes: utc_offset_minutes,
      interval_minutes,
    }));
    expect(found).toEqual(truth);
  });

  it('splits one slot in two: local 03:00 at both offsets, and says so', () => {
    const split = rows.filter((row) => row.quality !== 'measured');
    expect(split).toMatchObject(
      [
        [FIRST_PASS, 180],
        [SECOND_PASS, 120],
      ].map(([timestamp_utc, utc_offset_minutes]) => ({
        timestamp_utc,
        timestamp_local: isoDate('2022-10-30') + 3 * HOUR,
        utc_offset_minutes,
        quality: 'split',
        quality_rule: 'wall_clock_summed',
        source_slot: 3,
      })),
    );
  });

  it('has no 03:00 on the spring day, whose 23 hours come from the other 23 slots', () => {
    const spring = rows.filter((row) => dateOf(row) === '2022-03-27');
    const hours = spring.map((row) => new Date(row.timestamp_local).getUTCHours());
    const others = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => hour !== 3);
    expect(hours).toEqual(others);
    expect(spring.map((row) => row.source_slot)).toEqual(others);
  });

  it('has days of 2,400 but for 2,300 in spring and 2,500 in autumn', () => {
    const totals = new Map<string, number>();
    for (const row of rows) totals.set(dateOf(row), (totals.get(dateOf(row)) ?? 0) + (row.energy ?? 0));
    expect(totals.size).toBe(365);
    expect([...totals].filter(([, total]) => total !== 2400)).toEqual([
      ['2022-03-27', 2300],
      ['2022-10-30', 2500],
    ]);
  });

  it('sets nothing aside and balances', async () => {
    expect(await ledgerFacts(run)).toEqual({
      rowsRead: 365,
      valuesRead: 8759,
      energyRead: 876_000,
      readings: 8760,
      missing: 0,
      split: 2,
      energyOut: 876_000,
      unbalanced: 0,
      setAside: {},
    });
  });

  it('is believed to hold sums, with certainty and its evidence', async () => {
    expect(await run.rows('convention')).toMatchObject([
      {
        name: 'wall-clock-summed',
        certainty: 'certain',
        gap_days: 1,
        gap_slots_null: 1,
        overlap_days: 1,
        overlap_ratio: 2,
        ordinary_ratio: 1,
        series_tested: 1,
      },
    ]);
  });
});

function dateOf(row: AnalyticalRow): string {
  return new Date(row.timestamp_local).toISOString().slice(0, 10);
}
