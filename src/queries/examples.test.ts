import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runFiles } from '../../e2e/native-run/native-run';
import type { NativeRun } from '../../e2e/native-run/native-run';
import modelColumns from '../../e2e/native-run/model_columns.sql?raw';
import { sqlFiles } from '../../e2e/native-run/sql-files';
import { samplePath } from '../../e2e/native-run/test-folder';
import { INPUT_TABLES } from '../etl/input-tables';
import { MODELS } from '../etl/models';
import modelRowCount from './model_row_count.sql?raw';
import readingRowCount from './reading_row_count.sql?raw';

let run: NativeRun;
beforeAll(async () => {
  run = await runFiles([samplePath('sample-portfolio')]);
});
afterAll(() => run.close());

describe('the example statements', () => {
  it.each(sqlFiles('src/queries/examples'))('$name answers', async ({ text }) => {
    const rows = await run.connection.query(text);
    expect(rows.length).toBeGreaterThan(0);
    expect(text).toMatch(/^-- [A-Z]/);
  });

  it('show 23 and 25 hours of each hourly meter on the days when the clocks changed', async () => {
    const [example] = sqlFiles('src/queries/examples').filter(({ name }) => name === 'clock_change_days');
    const rows = await run.connection.query<{ ext_dev_ref: string; timestamp_local: number }>(example!.text);
    const days = new Set(
      rows.map(({ timestamp_local }) => new Date(timestamp_local).toISOString().slice(0, 10)),
    );
    expect([...days].sort()).toEqual(['2023-03-26', '2023-10-29', '2024-03-31', '2024-10-27']);
  });
});

describe('row counts', () => {
  it('of the unfolded views are right without unfolding them', async () => {
    const [folded] = await run.connection.query<{ row_count: number }>(readingRowCount);
    const [unfolded] = await run.connection.query<{ row_count: number }>(modelRowCount, {
      parameters: { model: 'analytical' },
    });
    expect(folded).toEqual(unfolded);
  });

  it.each(MODELS.map(({ name }) => name))('of %s can be asked for', async (model) => {
    const [row] = await run.connection.query<{ row_count: number }>(modelRowCount, { parameters: { model } });
    expect(row?.row_count).toBeGreaterThanOrEqual(0);
  });
});

describe('the tables that a run starts from', () => {
  it.each(INPUT_TABLES)('$name is described as it is', async ({ name, columns }) => {
    expect(await run.connection.query(modelColumns, { parameters: { model: name } })).toEqual(
      columns.map((column) => ({ name: column.name, type: column.type })),
    );
  });
});
