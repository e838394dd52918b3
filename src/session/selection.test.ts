import { readFile } from 'node:fs/promises';
import { beforeAll, expect, it } from 'vitest';
import { seriesRows } from '../../e2e/corpus/meter-rows';
import { codec, inputs, startPageRun } from '../../e2e/native-run/page-run';
import type { PageRun } from '../../e2e/native-run/page-run';
import { testFolder } from '../../e2e/native-run/test-folder';
import { DEFAULT_POLICIES } from '../domain/policy';
import type { FileScan, Selection } from '../domain/selection';
import { metersFound, scanFiles, shareOf } from './file-scan';
import { inspectFiles, Selectable } from './inspect-files';
import { Progress } from './progress';

const folder = testFolder();
const { signal } = new AbortController();
const progress = new Progress('open', '', [], () => undefined);
const MARCH: Selection = {
  from: '2022-03-20',
  to: '2022-04-02',
  meters: [
    { client_id: 'client-1', ext_dev_ref: 'meter-1' },
    { client_id: 'client-1', ext_dev_ref: 'meter-3' },
  ],
};

let path: string;
let file: File;
let page: PageRun;
let scan: FileScan;
beforeAll(async () => {
  const days = { first: '2022-03-01', last: '2022-04-30' };
  const rows = ['meter-3', 'meter-1', 'meter-2'].flatMap((ext_dev_ref) =>
    seriesRows({ ...days, fields: { client_id: 'client-1', ext_dev_ref } }),
  );
  path = folder.writeRows('three.parquet', rows);
  file = new File([await readFile(path)], 'three.parquet');
  page = await startPageRun();
  const files = [{ file, rows: rows.length, mapping: null }];
  scan = await scanFiles({ codec, inputs, files, policies: DEFAULT_POLICIES, progress, signal });
}, 120_000);

it('is chosen by whose rows there are, and of which dates', () => {
  expect(scan.meters.map(({ ext_dev_ref, rows }) => [ext_dev_ref, rows])).toEqual([
    ['meter-1', 61],
    ['meter-2', 61],
    ['meter-3', 61],
  ]);
  expect(scan.dates).toHaveLength(61);
  expect(shareOf(scan, { from: null, to: null, meters: null })).toBe(1);
  expect(shareOf(scan, MARCH)).toBeCloseTo((14 / 61) * (2 / 3));
  expect(metersFound(scan, 'METER-3, meter-1', 5).map(({ ext_dev_ref }) => ext_dev_ref)).toEqual([
    'meter-1',
    'meter-3',
  ]);
  expect(metersFound(scan, '', 2)).toHaveLength(2);
});

it('opens what was chosen as in the whole file, and says what it left out', async () => {
  await page.open([path]);
  const whole = await page.rows<{ ext_dev_ref: string; timestamp_local: number }>('analytical');
  const wanted = whole.filter(
    ({ ext_dev_ref, timestamp_local: time }) =>
      ext_dev_ref !== 'meter-2' && time >= Date.UTC(2022, 2, 20) && time < Date.UTC(2022, 3, 3),
  );
  const [source] = await page.open([path], {}, { selection: MARCH, share: shareOf(scan, MARCH) });
  const found = await page.rows('analytical');
  expect(inOrder(found)).toEqual(inOrder(wanted));
  expect(new Set(found.map(({ source_row }) => source_row)).size).toBe(28);
  // 61 days of three meters, an empty slot in spring each; 14 days of two are open.
  expect(source?.part?.leftOut).toEqual({ rows: 61 * 3 - 28, values: (61 * 24 - 1) * 3 - (14 * 24 - 1) * 2 });
  const [ledger] = await page.rows<{ rows_read: number }>('ledger');
  expect(ledger?.rows_read).toBe(14);
});

/** Without the rank, which counts the series that are open. */
const inOrder = (rows: readonly object[]): string[] =>
  rows.map((row) => JSON.stringify({ ...row, series_rank: 0 })).sort();

it('is offered before a file is read that would not fit, and fits itself', async () => {
  const job = { codec, inputs: null as never, files: [file], open: [], chosen: new Map(), progress, signal };
  const refused = inspectFiles({ ...job, parts: new Map(), budgetBytes: 30_000 });
  await expect(refused).rejects.toBeInstanceOf(Selectable);
  await expect(refused).rejects.toMatchObject({ refusal: { code: 'TOO_LARGE', detail: { count: 183 } } });
  const parts = new Map([[file, { selection: MARCH, share: shareOf(scan, MARCH) }]]);
  const { readable } = await inspectFiles({ ...job, parts, budgetBytes: 30_000 });
  expect(readable).toHaveLength(1);
});
