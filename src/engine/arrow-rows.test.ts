import { tableFromIPC } from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import { ipcFromSmallTable, joinBytes, rowsFromIpc } from './arrow-rows';
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
    ["it's 👩‍👧 ünï", true, -720, 43_200, 0.1, Date.UTC(2022, 2, 27), Date.UTC(2011, 11, 30, 9, 59)],
    [null, null, null, null, null, null, null],
    ['', false, 0, -1, -0.5, Date.UTC(1900, 0, 1), Date.UTC(1899, 11, 31, 23)],
  ],
};

function asObjects(table: SmallTable): Record<string, unknown>[] {
  return table.rows.map((row) =>
    Object.fromEntries(row.map((value, index) => [table.columns[index]!.name, value])),
  );
}

describe('a small table', () => {
  it('survives the way through Arrow IPC, nulls and all', () => {
    expect(rowsFromIpc([ipcFromSmallTable(TABLE)])).toEqual(asObjects(TABLE));
  });

  it('carries exactly the named types', () => {
    const { schema } = tableFromIPC(ipcFromSmallTable(TABLE));
    expect(schema.fields.map((field) => String(field.type))).toEqual([
      'Utf8',
      'Bool',
      'Int16',
      'Int32',
      'Float64',
      'Date32<DAY>',
      'Timestamp<MILLISECOND>',
    ]);
  });

  it('keeps its columns when it is empty', () => {
    const ipc = ipcFromSmallTable({ ...TABLE, rows: [] });
    expect(tableFromIPC(ipc).schema.fields.map((field) => field.name)).toEqual(
      TABLE.columns.map(({ name }) => name),
    );
    expect(rowsFromIpc([ipc])).toEqual([]);
  });

  it('longer than a byte of validity keeps every row in place', () => {
    const rows = Array.from(
      { length: 1000 },
      (_, index) => [index % 3 === 0 ? null : index, index % 2 === 0] as const,
    );
    const columns = [
      { name: 'whole', type: 'integer' },
      { name: 'even', type: 'boolean' },
    ] as const;
    expect(rowsFromIpc([ipcFromSmallTable({ columns, rows })])).toEqual(asObjects({ columns, rows }));
  });

  it('refuses a type that it cannot hold', () => {
    const columns = [{ name: 'list', type: 'double[]' }] as const;
    expect(() => ipcFromSmallTable({ columns, rows: [] })).toThrow(/cannot hold double\[\]/);
  });
});

describe('pieces of a stream', () => {
  it('are read as one', () => {
    const ipc = ipcFromSmallTable(TABLE);
    const pieces = [ipc.slice(0, 10), ipc.slice(10, 11), ipc.slice(11)];
    expect(joinBytes(pieces)).toEqual(ipc);
    expect(rowsFromIpc(pieces)).toEqual(asObjects(TABLE));
  });
});
