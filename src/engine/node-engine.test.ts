import { describe, expect, it } from 'vitest';
import engineValues from '../../e2e/native-run/engine_values.sql?raw';
import longQuery from '../../e2e/native-run/long_query.sql?raw';
import modelColumns from '../../e2e/native-run/model_columns.sql?raw';
import modelRows from '../../e2e/native-run/model_rows.sql?raw';
import { testEngine } from '../../e2e/native-run/test-engine';
import zoneOfSession from '../../e2e/native-run/zone_of_session.sql?raw';
import type { SmallTable } from './engine';

const TABLE: SmallTable = {
  columns: [
    { name: 'text', type: 'varchar' },
    { name: 'flag', type: 'boolean' },
    { name: 'small', type: 'smallint' },
    { name: 'whole', type: 'integer' },
    { name: 'number', type: 'double' },
    { name: 'day', type: 'date' },
    { name: 'instant', type: 'timestamp' },
  ],
  rows: [
    ["it's; \u0000 👩‍👧 <b>", true, -720, 43_200, 0.1, Date.UTC(2022, 2, 27), Date.UTC(2011, 11, 30, 9, 59)],
    [null, null, null, null, null, null, null],
    ['', false, 0, -1, -0.5, Date.UTC(1900, 0, 1), Date.UTC(1899, 11, 31, 23)],
  ],
};

const { engine, connection } = await testEngine();

function rowsOf(model: string, from = connection): Promise<Record<string, unknown>[]> {
  return from.query(modelRows, { parameters: { model } });
}

describe('the native engine', () => {
  it('hands over plain values: numbers, milliseconds, arrays, objects, null', async () => {
    const [row] = await connection.query(engineValues, { parameters: { given: "'; drop table x; --" } });
    expect(row).toEqual({
      big: 1,
      huge: 2 ** 127,
      exact: 1.5,
      approximate: 0.1,
      day: Date.UTC(2022, 2, 27),
      instant: Date.UTC(2022, 2, 27, 3, 30, 0, 123),
      list: [1, null, 3],
      struct: { at: Date.UTC(2022, 0, 1), parts: [0.5, null] },
      flag: true,
      given: "'; drop table x; --",
      nothing: null,
    });
  });

  it('holds a small table as it was given, with its types', async () => {
    await connection.createSmallTable('small_table', TABLE);
    const names = TABLE.columns.map((column) => column.name);
    const expected = TABLE.rows.map((row) =>
      Object.fromEntries(row.map((value, index) => [names[index]!, value] as const)),
    );
    expect(await rowsOf('small_table')).toEqual(expected);
    const columns = await connection.query<{ type: string }>(modelColumns, {
      parameters: { model: 'small_table' },
    });
    expect(columns.map((column) => column.type)).toEqual(
      TABLE.columns.map((column) => column.type.toUpperCase()),
    );
  });

  it('keeps the columns of an empty table', async () => {
    await connection.createSmallTable('empty_table', { ...TABLE, rows: [] });
    expect(await rowsOf('empty_table')).toEqual([]);
    expect(await connection.query(modelColumns, { parameters: { model: 'empty_table' } })).toHaveLength(7);
  });

  it('reads a bare instant as UTC, on whatever machine', async () => {
    expect(await connection.query(zoneOfSession)).toEqual([{ shift: 0 }]);
  });

  it('names a failure QUERY_FAILED and goes on', async () => {
    await expect(rowsOf('not_there')).rejects.toMatchObject({
      code: 'QUERY_FAILED',
      detail: { cause: expect.stringContaining('not_there') as string },
    });
    expect(await connection.query(zoneOfSession)).toHaveLength(1);
  });

  it('stops a long statement when the signal aborts, and goes on', async () => {
    const abort = new AbortController();
    const asked = connection.query(longQuery, { signal: abort.signal });
    setTimeout(() => abort.abort(), 100);
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    expect(await connection.query(zoneOfSession)).toHaveLength(1);
  });

  it('does not start what is aborted already', async () => {
    const signal = AbortSignal.abort();
    await expect(connection.query(zoneOfSession, { signal })).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('a transaction', () => {
  const marked = (text: string): SmallTable => ({ columns: TABLE.columns.slice(0, 1), rows: [[text]] });

  it('is not seen by other connections before it is committed', async () => {
    const other = await engine.connect();
    await connection.createSmallTable('shared', marked('old'));
    await connection.begin();
    await connection.createSmallTable('shared', marked('new'));
    expect(await rowsOf('shared')).toEqual([{ text: 'new' }]);
    expect(await rowsOf('shared', other)).toEqual([{ text: 'old' }]);
    await connection.commit();
    expect(await rowsOf('shared', other)).toEqual([{ text: 'new' }]);
    await other.close();
  });

  it('that is rolled back leaves what was there', async () => {
    await connection.createSmallTable('shared', marked('old'));
    await connection.begin();
    await connection.dropTable('shared');
    await connection.rollback();
    expect(await rowsOf('shared')).toEqual([{ text: 'old' }]);
  });
});
