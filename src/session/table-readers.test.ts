import { Table, tableFromIPC, tableToIPC, Utf8, vectorFromArray } from 'apache-arrow';
import { expect, it } from 'vitest';
import type { ParquetCodec } from '../parquet/parquet-codec';
import { ArrowFileWriter } from './arrow-file';
import { csvRecords, readColumns, shapeOf } from './table-readers';

const noCodec = null as unknown as ParquetCodec;
const text = (cells: string[]) => vectorFromArray(cells, new Utf8());

it('an Arrow file gives the columns asked for, batch by batch', async () => {
  const table = new Table({
    fuel: text(['gas', 'gas']),
    minutes: vectorFromArray([60, 15]),
    energy: vectorFromArray([1.5, null]),
    unit: text(['kWh', 'm³']),
  });
  const writer = new ArrowFileWriter({ 'meterfold.zone': 'Europe/Vilnius' });
  writer.append(tableToIPC(table, 'stream'));
  writer.append(tableToIPC(table, 'stream'));
  const blob = await writer.finish();
  expect(await shapeOf('arrow', blob, 'a', noCodec)).toEqual({
    rows: 4,
    columns: ['fuel', 'minutes', 'energy', 'unit'],
  });
  const { signal } = new AbortController();
  const rows = [];
  for await (const { ipc } of readColumns('arrow', blob, 'a', ['fuel', 'energy', 'unit'], noCodec, signal)) {
    rows.push(
      ...tableFromIPC(ipc)
        .toArray()
        .map((row: object) => ({ ...row })),
    );
  }
  const once = [
    { fuel: 'gas', energy: 1.5, unit: 'kWh' },
    { fuel: 'gas', energy: null, unit: 'm³' },
  ];
  expect(rows).toEqual([...once, ...once]);
});

it('a CSV gives its records, empty ones and line breaks in quotes among them', async () => {
  const lines = 'a\n"x\ny"\n\n"say ""hi"""\n';
  const records: string[][] = [];
  for await (const some of csvRecords(new Blob([lines]))) records.push(...some);
  expect(records).toEqual([['a'], ['x\ny'], [''], ['say "hi"']]);
  expect(await shapeOf('csv', new Blob([lines]), 'a', noCodec)).toEqual({ rows: 3, columns: ['a'] });
});
