import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriesRows } from '../../e2e/corpus/meter-rows';
import type { LabelledRow } from '../../e2e/corpus/truth';
import { runFiles } from '../../e2e/native-run/native-run';
import type { NativeRun } from '../../e2e/native-run/native-run';
import { tableDump } from '../../e2e/native-run/table-dump';
import { testFolder } from '../../e2e/native-run/test-folder';
import type { Policies } from '../domain/policy';
import { MODELS, modelsToRun } from './models';
import type { Root } from './model';

const folder = testFolder();
const rows: LabelledRow[] = [
  ...seriesRows({ first: '2022-03-20', last: '2022-04-05' }),
  ...seriesRows({ first: '2022-03-28', last: '2022-03-29', value: () => 5 }),
  ...seriesRows({ first: '2022-10-20', last: '2022-11-08' }),
  ...seriesRows({ first: '2022-10-25', last: '2022-11-01', minutes: 15, fields: { ext_dev_ref: 'meter-2' } }),
  {
    row: {
      ...seriesRows({ first: '2022-05-01', last: '2022-05-01' })[0]!.row,
      resolution: 'P1M',
      energy_consumption: [9],
    },
  },
];

interface Change {
  title: string;
  change: Partial<Policies>;
  roots: readonly Root[];
}

const CHANGES: readonly Change[] = [
  { title: 'a zone whose midnight is skipped', change: { zone: 'Africa/Cairo' }, roots: ['local_calendar'] },
  { title: 'another convention', change: { convention: 'wall-clock-second' }, roots: ['policy.convention'] },
  {
    title: 'other assumptions',
    change: { assumedUnit: 'MWh', assumedFuel: 'gas' },
    roots: ['policy.assumed'],
  },
  { title: 'other duplicates', change: { duplicates: 'first' }, roots: ['policy.duplicates'] },
  { title: 'no duplicates', change: { duplicates: 'set-aside' }, roots: ['policy.duplicates'] },
  {
    title: 'zone and convention at once',
    change: { zone: 'Europe/Lisbon', convention: 'wall-clock-first' },
    roots: ['local_calendar', 'policy.convention'],
  },
];

describe('choosing', () => {
  let path: string;
  let before: Record<string, string[]>;
  let run: NativeRun;
  beforeAll(async () => {
    path = folder.writeRows('rows.parquet', rows);
    run = await runFiles([path]);
    before = await tableDump(run);
  });
  afterAll(() => run.close());

  it.each(CHANGES)(
    '$title gives what a fresh run gives, and back again',
    async ({ change: wanted, roots }) => {
      const original = { ...run.policies };
      const models = await run.rerun(wanted, roots);
      const fresh = await runFiles([path], wanted);
      const expected = await tableDump(fresh);
      await fresh.close();

      expect(models).toEqual(modelsToRun(roots).map((model) => model.name));
      expect(await tableDump(run)).toEqual(expected);
      expect(expected).not.toEqual(before);

      await run.rerun(original, roots);
      expect(await tableDump(run)).toEqual(before);
    },
  );

  it('another zone leaves the folded rows and their series alone', async () => {
    const untouched = [
      'series',
      'intake_count',
      'source_flag',
      'stored_day',
      'repeated_row',
      'compared_row',
      'duplicate_row',
      'kept_row',
      'meter_day',
      'series_named',
    ];
    expect(MODELS.map((model) => model.name).slice(0, untouched.length)).toEqual(untouched);
    const models = await run.rerun({ zone: 'Asia/Tokyo' }, ['local_calendar']);
    expect(models.filter((model) => untouched.includes(model))).toEqual([]);
    await run.rerun({ zone: 'Europe/Vilnius' }, ['local_calendar']);
  });
});
