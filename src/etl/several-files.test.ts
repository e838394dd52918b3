import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriesRows, withDay, withValues } from '../../e2e/corpus/meter-rows';
import type { LabelledRow } from '../../e2e/corpus/truth';
import { analyticalLines, provenanceLines, firstDifference } from '../../e2e/native-run/analytical-lines';
import { runFiles } from '../../e2e/native-run/native-run';
import type { NativeRun } from '../../e2e/native-run/native-run';
import { tableDump } from '../../e2e/native-run/table-dump';
import { testFolder } from '../../e2e/native-run/test-folder';

const folder = testFolder();
const SPRING = { first: '2022-03-20', last: '2022-04-05' };
const AUTUMN = { first: '2022-10-20', last: '2022-11-05' };

const spring = [...seriesRows(SPRING), ...seriesRows({ ...SPRING, fields: { ext_dev_ref: 'meter-2' } })];
const autumn = [
  ...seriesRows(AUTUMN),
  ...seriesRows({ ...AUTUMN, minutes: 15, fields: { ext_dev_ref: 'meter-3' } }),
];
/** Corrects one day of spring, repeats another, has a wrong length, a null key, and a meter of its own. */
const corrections: LabelledRow[] = [
  ...withDay(seriesRows({ first: '2022-03-25', last: '2022-03-26' }), '2022-03-25', (label) =>
    withValues(label, new Array<number>(24).fill(7)),
  ),
  ...withDay(seriesRows({ first: '2022-04-06', last: '2022-04-07' }), '2022-04-06', (label) =>
    withValues(label, [1, 2]),
  ),
  { row: { ...seriesRows(SPRING)[0]!.row, client_id: null } },
  ...seriesRows({ ...SPRING, fields: { client_id: 'client-0', unit: 'kWh' } }),
];

let paths: string[] = [];
beforeAll(() => {
  paths = [
    folder.writeRows('spring.parquet', spring),
    folder.writeRows('autumn.parquet', autumn),
    folder.writeRows('corrections.parquet', corrections),
  ];
});

const POLICY = { nullKeys: 'set-aside' } as const;

async function withRun<T>(files: readonly string[], look: (run: NativeRun) => Promise<T>): Promise<T> {
  const run = await runFiles(files, POLICY);
  try {
    return await look(run);
  } finally {
    await run.close();
  }
}

describe('files on top of each other', () => {
  let together: NativeRun;
  let stacked: NativeRun;
  beforeAll(async () => {
    together = await runFiles(paths, POLICY);
    stacked = await runFiles(paths.slice(0, 1), POLICY);
    await stacked.add(paths.slice(1, 2));
    await stacked.add(paths.slice(2));
  });
  afterAll(async () => {
    await together.close();
    await stacked.close();
  });

  it('are the same as files opened together, table by table', async () => {
    expect(await tableDump(stacked)).toEqual(await tableDump(together));
  });

  it('name every reading’s own file, row and slot', async () => {
    expect(firstDifference(await provenanceLines(stacked), await provenanceLines(together))).toBeNull();
    const rows = await together.rows<{ source_file: string | null; energy: number | null }>('analytical');
    expect(new Set(rows.map((row) => row.source_file))).toEqual(
      new Set(['spring.parquet', 'autumn.parquet', 'corrections.parquet', null]),
    );
    expect(rows.filter((row) => row.source_file === null && row.energy !== null)).toEqual([]);
  });

  it('fill the time between them with missing hours, counted', async () => {
    const rows = await together.rows<{ quality_rule: string | null; ext_dev_ref: string; client_id: string }>(
      'analytical',
    );
    const absent = rows.filter((row) => row.quality_rule === 'day_absent');
    // 8 April to 19 October; the wrong-length day of 6 April is missing under a rule of its own.
    expect(absent).toHaveLength(195 * 24);
    expect(new Set(absent.map((row) => `${row.client_id} ${row.ext_dev_ref}`))).toEqual(
      new Set(['client-1 meter-1']),
    );
    expect(rows.filter((row) => row.quality_rule === 'wrong_length')).toHaveLength(24);
  });

  it('let a later file correct an earlier one', async () => {
    const rows = await together.rows<{ energy: number; source_file: string; timestamp_local: number }>(
      'analytical',
    );
    const corrected = rows.filter((row) => row.energy === 7);
    expect(corrected).toHaveLength(24);
    expect(new Set(corrected.map((row) => row.source_file))).toEqual(new Set(['corrections.parquet']));
  });
});

describe('the order', () => {
  it('of files does not touch the readings, nor their order', async () => {
    const one = await withRun([paths[0]!, paths[1]!], analyticalLines);
    const other = await withRun([paths[1]!, paths[0]!], analyticalLines);
    expect(firstDifference(other, one)).toBeNull();
    expect(one.length).toBeGreaterThan(0);
  });

  it('of rows does not touch the readings, nor their order', async () => {
    const backwards = folder.writeRows('backwards.parquet', spring.toReversed());
    const one = await withRun([paths[0]!], analyticalLines);
    expect(firstDifference(await withRun([backwards], analyticalLines), one)).toBeNull();
  });

  it('of threads does not touch anything', async () => {
    const one = await withRun(paths, (run) => tableDump(run));
    const run = await runFiles(paths, POLICY, { threads: 4 });
    const four = await tableDump(run);
    await run.close();
    expect(four).toEqual(one);
  });
});
