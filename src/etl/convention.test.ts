import { describe, expect, it } from 'vitest';
import { seriesRows } from '../../e2e/corpus/meter-rows';
import type { SeriesOptions } from '../../e2e/corpus/meter-rows';
import type { LabelledRow } from '../../e2e/corpus/truth';
import { analyticalLines, expectedLines, firstDifference } from '../../e2e/native-run/analytical-lines';
import { runFiles } from '../../e2e/native-run/native-run';
import { testFolder } from '../../e2e/native-run/test-folder';
import { expectedReadings } from '../../e2e/corpus/truth';
import { vilniusClock } from '../../e2e/corpus/meter-rows';
import type { Policies } from '../domain/policy';
import type { ConventionRow } from '../queries/rows/clock-changes';

const AUTUMN_ONLY = { first: '2022-10-10', last: '2022-11-12' };
const BOTH = { first: '2022-03-10', last: '2022-11-12' };
const NEITHER = { first: '2022-05-01', last: '2022-05-31' };
const folder = testFolder();

type Detected = ConventionRow & { detected_name: string };

/** As many meters as asked, each with values of its own. */
function meters(count: number, options: SeriesOptions): LabelledRow[] {
  return Array.from({ length: count }, (_, index) =>
    seriesRows({
      value: (position) => 900 + ((position * 37 + index * 11) % 101),
      ...options,
      fields: { ext_dev_ref: `meter-${String(index).padStart(2, '0')}`, ...options.fields },
    }),
  ).flat();
}

async function detect(
  files: readonly LabelledRow[][],
  policies: Partial<Policies> = {},
): Promise<Detected[]> {
  const paths = files.map((rows, index) => folder.writeRows(`file-${index}.parquet`, rows));
  const run = await runFiles(paths, policies);
  const found = await run.rows<Detected>('convention');
  await run.close();
  return found;
}

describe('the convention of the doubled hour', () => {
  it('is a sum for certain when spring is null and autumn is double', async () => {
    const [found] = await detect([meters(1, BOTH)]);
    expect(found).toMatchObject({
      name: 'wall-clock-summed',
      certainty: 'certain',
      gap_slots_null: 1,
      overlap_days: 1,
    });
    expect(found?.overlap_ratio).toBeCloseTo(2, 0);
    expect(found?.ordinary_ratio).toBeCloseTo(1, 0);
  });

  it('is a sum for certain when spring is zero and autumn is double', async () => {
    const [found] = await detect([meters(1, { ...BOTH, encoding: 'wall-clock-zero' })]);
    expect(found).toMatchObject({ name: 'wall-clock-summed', certainty: 'certain', gap_slots_zero: 1 });
  });

  it('is only assumed from one meter without a spring day', async () => {
    const [found] = await detect([meters(1, AUTUMN_ONLY)]);
    expect(found).toMatchObject({
      name: 'wall-clock-summed',
      certainty: 'assumed',
      gap_days: 0,
      series_tested: 1,
    });
  });

  it('is one lost pass, assumed, from one quiet meter whose autumn hour is not double', async () => {
    const [found] = await detect([meters(1, { ...BOTH, encoding: 'wall-clock-first' })]);
    expect(found).toMatchObject({ name: 'wall-clock-first', certainty: 'assumed' });
    expect(found?.overlap_ratio).toBeLessThan(1.5);
  });

  it('is a sum for certain from ten meters without a spring day', async () => {
    const [found] = await detect([meters(10, AUTUMN_ONLY)]);
    expect(found).toMatchObject({ name: 'wall-clock-summed', certainty: 'certain', series_tested: 10 });
  });

  it('is one lost pass when ten meters show no double hour', async () => {
    const [found] = await detect([meters(10, { ...AUTUMN_ONLY, encoding: 'wall-clock-first' })]);
    expect(found).toMatchObject({ name: 'wall-clock-first', certainty: 'assumed', series_tested: 10 });
  });

  it('is elapsed for certain when the days have 23 and 25 values', async () => {
    const [found] = await detect([meters(1, { ...BOTH, encoding: 'elapsed' })]);
    expect(found).toMatchObject({ name: 'elapsed', certainty: 'certain', elapsed_days: 2, overlap_days: 0 });
  });

  it('is not testable without a transition day, nor from daily values', async () => {
    const daily = meters(1, BOTH).map(({ row }) => ({
      row: { ...row, energy_consumption: [5], resolution: 'P1D' },
    }));
    for (const rows of [meters(1, NEITHER), daily]) {
      const [found] = await detect([rows]);
      expect(found).toMatchObject({ name: 'not-testable', certainty: 'not testable', overlap_ratio: null });
    }
  });

  it('is only assumed where the neighbours are zero and no ratio exists', async () => {
    const [found] = await detect([meters(1, { ...BOTH, value: () => 0 })]);
    expect(found).toMatchObject({
      name: 'wall-clock-summed',
      certainty: 'assumed',
      overlap_ratio: null,
      series_tested: 0,
    });
  });

  it('is judged for each file on its own', async () => {
    const summed = meters(10, { ...AUTUMN_ONLY, fields: { client_id: 'summed' } });
    const lost = meters(10, { ...AUTUMN_ONLY, encoding: 'wall-clock-first', fields: { client_id: 'lost' } });
    const found = await detect([summed, lost, meters(1, { ...NEITHER, fields: { client_id: 'may' } })]);
    expect(found.map((row) => [row.source_id, row.name]).sort()).toEqual([
      [1, 'wall-clock-summed'],
      [2, 'wall-clock-first'],
      [3, 'not-testable'],
    ]);
  });

  it.each(['wall-clock-summed', 'wall-clock-first', 'wall-clock-second'] as const)(
    'can be chosen as %s, with the evidence kept',
    async (convention) => {
      const [found] = await detect([meters(1, BOTH)], { convention });
      expect(found).toMatchObject({
        name: convention,
        certainty: 'chosen',
        detected_name: 'wall-clock-summed',
      });
      expect(found?.overlap_ratio).toBeCloseTo(2, 0);
    },
  );

  it('cannot be chosen where no slot is doubled', async () => {
    const [found] = await detect([meters(1, { ...BOTH, encoding: 'elapsed' })], {
      convention: 'wall-clock-first',
    });
    expect(found).toMatchObject({ name: 'elapsed', certainty: 'certain' });
  });
});

describe('readings of the doubled hour', () => {
  it('of ten meters that lost a pass are the first, and nothing for the second', async () => {
    const rows = meters(10, { ...AUTUMN_ONLY, encoding: 'wall-clock-first' });
    const run = await runFiles([folder.writeRows('lost.parquet', rows)]);
    const found = await analyticalLines(run);
    const missing = (await run.rows<{ quality_rule: string }>('special_interval')).filter(
      (row) => row.quality_rule === 'pass_not_recorded',
    );
    await run.close();
    const expected = expectedLines(expectedReadings(rows, vilniusClock(60), 'wall-clock-first'));
    expect(firstDifference(found, expected)).toBeNull();
    expect(missing).toHaveLength(10);
  });

  it.each([201, 1, 0.1, 0.3, 1e-9, -7, 123_456_789.123, 999_999_999_999_999])(
    'add up to %d again when it is split',
    async (doubled) => {
      const rows = seriesRows({ first: '2022-10-30', last: '2022-10-30' });
      rows[0]!.row.energy_consumption![3] = doubled;
      const run = await runFiles([folder.writeRows('split.parquet', rows, { item: { type: 'DOUBLE' } })]);
      const parts = (await run.rows<{ energy: number; quality: string }>('special_interval')).filter(
        (row) => row.quality === 'split',
      );
      await run.close();
      expect(parts).toHaveLength(2);
      expect(parts[0]!.energy + parts[1]!.energy).toBe(doubled);
      expect(parts[0]!.energy).toBeCloseTo(doubled / 2, 6);
    },
  );

  it('of a half-hour shift at 60 minutes follow the length of each part', async () => {
    const rows = seriesRows({ first: '2022-04-03', last: '2022-04-03', value: () => 100 }).map(({ row }) => ({
      row: { ...row, energy_consumption: Array.from({ length: 24 }, (_, slot) => (slot === 1 ? 90.9 : 60)) },
    }));
    const path = folder.writeRows('lord-howe.parquet', rows, { item: { type: 'DOUBLE' } });
    const run = await runFiles([path], { zone: 'Australia/Lord_Howe' });
    const intervals = await run.rows<{
      interval_minutes: number;
      energy: number;
      quality: string;
      start_utc: number;
    }>('special_interval');
    await run.close();
    const split = intervals
      .filter((row) => row.quality === 'split')
      .sort((a, b) => a.start_utc - b.start_utc);
    expect(intervals.reduce((sum, row) => sum + row.interval_minutes, 0)).toBe(1470);
    expect(split.map((row) => row.interval_minutes)).toEqual([60, 30]);
    expect(split[0]!.energy).toBeCloseTo(60.6, 9);
    expect(split[0]!.energy + split[1]!.energy).toBe(90.9);
  });
});
