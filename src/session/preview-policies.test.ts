import { afterAll, beforeAll, expect, it } from 'vitest';
import { seriesRows } from '../../e2e/corpus/meter-rows';
import { runFiles } from '../../e2e/native-run/native-run';
import type { NativeRun } from '../../e2e/native-run/native-run';
import { tableDump } from '../../e2e/native-run/table-dump';
import { testFolder } from '../../e2e/native-run/test-folder';
import { isoDate } from '../cli/samples/vilnius-clock';
import type { ConventionChoice, Policies } from '../domain/policy';
import type { PolicyPreviewRow } from '../queries/rows/clock-changes';
import { previewPolicies } from './preview-policies';

interface LedgerLine {
  source_id: number;
  readings: number;
  readings_split: number;
  readings_missing: number;
  values_set_aside: number;
}

const folder = testFolder();
const signal = new AbortController().signal;
const progress = { stage: () => undefined, finish: () => undefined };
const autumn = (meter: string) =>
  seriesRows({ first: '2022-10-20', last: '2022-11-05', value: () => 3, fields: { ext_dev_ref: meter } });
let run: NativeRun;
beforeAll(async () => {
  const june = seriesRows({ first: '2022-06-01', last: '2022-06-05', fields: { ext_dev_ref: 'meter-2' } });
  run = await runFiles([
    folder.writeRows('autumn.parquet', autumn('meter-1')),
    folder.writeRows('june.parquet', june),
  ]);
});
afterAll(() => run.close());

const preview = (change: Partial<Policies>): Promise<PolicyPreviewRow[]> =>
  previewPolicies(
    run.connection,
    run.sources.map((source) => ({ source_id: source.source_id, name: source.source_file })),
    { ...run.policies, ...change },
    ['policy.convention'],
    progress,
    signal,
  );

it('names the days and figures that change, in the file where they change', async () => {
  const [changed, same] = await preview({ convention: 'wall-clock-first' });
  expect(changed).toMatchObject({
    source_file: 'autumn.parquet',
    name: 'wall-clock-first',
    days: 17,
    days_changed: 1,
    first_date: isoDate('2022-10-30'),
    last_date: isoDate('2022-10-30'),
    split_before: 2,
    split_after: 0,
    missing_before: 0,
    missing_after: 1,
  });
  expect(same).toMatchObject({ source_file: 'june.parquet', days: 5, days_changed: 0, first_date: null });
});

it('leaves everything as it was, and nothing behind', async () => {
  const before = await tableDump(run);
  await preview({ convention: 'elapsed' });
  expect(await tableDump(run)).toEqual(before);
  await expect(run.rows('day_before')).rejects.toThrow();
});

it.each<ConventionChoice>(['wall-clock-first', 'elapsed', 'utc', 'fixed-offset'])(
  '%s: what is told beforehand is what comes of it',
  async (convention) => {
    const told = await preview({ convention });
    await run.rerun({ convention }, ['policy.convention']);
    const lines = await run.rows<LedgerLine>('ledger');
    await run.rerun({ convention: 'auto' }, ['policy.convention']);
    const came = run.sources.map(({ source_id }) => lines.find((line) => line.source_id === source_id)!);
    expect(
      told.map((row) => [row.readings_after, row.split_after, row.missing_after, row.aside_after]),
    ).toEqual(
      came.map((line) => [line.readings, line.readings_split, line.readings_missing, line.values_set_aside]),
    );
    expect(told[0]!.days_changed).toBeGreaterThan(0);
  },
);

it('a preview that is stopped changes nothing', async () => {
  const before = await tableDump(run);
  const stopped = previewPolicies(
    run.connection,
    run.sources.map((source) => ({ source_id: source.source_id, name: source.source_file })),
    { ...run.policies, convention: 'utc' },
    ['policy.convention'],
    progress,
    AbortSignal.abort(),
  );
  await expect(stopped).rejects.toThrow();
  expect(await tableDump(run)).toEqual(before);
});
