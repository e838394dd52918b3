import { describe, expect, it } from 'vitest';
import { seriesRows, withValues } from '../../e2e/corpus/meter-rows';
import type { LabelledRow } from '../../e2e/corpus/truth';
import { runFiles } from '../../e2e/native-run/native-run';
import { testFolder } from '../../e2e/native-run/test-folder';
import { isoDate } from '../cli/samples/vilnius-clock';
import type { EstimatePolicy } from '../domain/policy';
import exportExpected from '../queries/export_expected.sql?raw';

interface Reading {
  timestamp_local: number;
  energy: number | null;
  quality: string;
  quality_rule: string | null;
}

const folder = testFolder();

/** Two weeks around the spring change, the value of an hour its place in the week, with what is blanked out. */
function rows(blank: (date: string, slot: number) => boolean, drop: string[] = []): LabelledRow[] {
  return seriesRows({ first: '2022-03-14', last: '2022-04-03', value: (place) => 100 + (place % 168) })
    .filter(({ row }) => !drop.includes(dateText(row.date!)))
    .map((label) =>
      withValues(
        label,
        label.row.energy_consumption!.map((value, slot) =>
          blank(dateText(label.row.date!), slot) ? null : value,
        ),
      ),
    );
}

const dateText = (date: number) => new Date(date).toISOString().slice(0, 10);

async function estimate(policy: EstimatePolicy, given: readonly LabelledRow[]) {
  const run = await runFiles([folder.writeRows('gaps.parquet', given)], { estimate: policy });
  const exported = (await run.rows<Reading & { timestamp_utc: number }>('analytical')).sort(
    (a, b) => a.timestamp_utc - b.timestamp_utc,
  );
  const shown = await run.rows<{ energy: number | null; quality: string }>('reading');
  const [expected] = await run.connection.query<{ row_count: number; value_count: number; energy: string }>(
    exportExpected,
  );
  const [ledger] = (await run.rows<Record<string, number>>('ledger')).filter(
    (line) => line['source_id'] !== null,
  );
  await run.close();
  const sum = (list: readonly { energy: number | null }[]) =>
    list.reduce((total, { energy }) => total + (energy ?? 0), 0);
  return { exported, expected, ledger, exportedSum: sum(exported), shownSum: sum(shown), shown };
}

const at = (readings: readonly Reading[], text: string) =>
  readings.find(({ timestamp_local }) => new Date(timestamp_local).toISOString().startsWith(text));

describe('missing readings', () => {
  const short = rows((date, slot) => date === '2022-03-23' && slot >= 10 && slot < 13);

  it('stay missing unless somebody asks', async () => {
    const { exported } = await estimate('off', short);
    expect(at(exported, '2022-03-23T10')).toMatchObject({
      energy: null,
      quality: 'missing',
      quality_rule: 'null_in_source',
    });
  });

  it('up to three in a row lie on the line between their neighbours', async () => {
    const { exported } = await estimate('export', short);
    const before = at(exported, '2022-03-23T09')!.energy!;
    const after = at(exported, '2022-03-23T13')!.energy!;
    [10, 11, 12].forEach((hour, place) => {
      const found = at(exported, `2022-03-23T${hour}`)!;
      expect(found).toMatchObject({ quality: 'estimated', quality_rule: 'linear' });
      expect(found.energy).toBeCloseTo(before + ((after - before) * (place + 1)) / 4, 9);
    });
  });

  it('four in a row take the same local time of the week before, across a clock change too', async () => {
    const four = rows((date, slot) => ['2022-03-23', '2022-03-29'].includes(date) && slot >= 10 && slot < 14);
    const { exported } = await estimate('export', four);
    for (const [day, week] of [
      ['2022-03-23', '2022-03-16'],
      ['2022-03-29', '2022-03-22'],
    ]) {
      expect(at(exported, `${day}T11`)).toMatchObject({
        quality: 'estimated',
        quality_rule: 'same_time_week_before',
        energy: at(exported, `${week}T11`)!.energy,
      });
    }
  });

  it('of a day without a row are filled from the week before, and stay missing without one', async () => {
    const { exported } = await estimate(
      'export',
      rows(() => false, ['2022-03-16', '2022-03-24']),
    );
    expect(at(exported, '2022-03-24T20')).toMatchObject({
      quality: 'estimated',
      energy: at(exported, '2022-03-17T20')!.energy,
    });
    expect(at(exported, '2022-03-16T20')).toMatchObject({ quality: 'missing', energy: null });
  });

  it('are in no total but the exported file’s until that is asked for, and never in the ledger', async () => {
    const off = await estimate('off', short);
    const only = await estimate('export', short);
    const totals = await estimate('totals', short);
    expect(only.shownSum).toBe(off.shownSum);
    expect(only.exportedSum).toBeGreaterThan(off.exportedSum);
    expect(totals.shownSum).toBe(totals.exportedSum);
    expect(totals.shown.filter(({ quality }) => quality === 'estimated')).toHaveLength(3);
    for (const run of [only, totals]) {
      expect(run.ledger).toMatchObject({ readings_estimated: 3, readings_missing: 0, energy_difference: 0 });
      expect(run.ledger!['energy_shown']).toEqual(off.ledger!['energy_shown']);
      expect(run.exported).toHaveLength(off.exported.length);
      expect(Number(run.expected!.energy)).toBeCloseTo(run.exportedSum, 6);
      expect(run.expected!.value_count).toBe(run.exported.length);
    }
  });

  it('never change a reading that is there', async () => {
    const values = (list: readonly Reading[]) =>
      list.filter(({ quality }) => quality !== 'estimated' && quality !== 'missing');
    const off = await estimate('off', short);
    const totals = await estimate('totals', short);
    expect(values(totals.exported)).toEqual(values(off.exported));
    expect(off.exported[0]!.timestamp_local).toBe(isoDate('2022-03-14'));
  });
});
