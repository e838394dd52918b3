import {
  DateDay,
  Field,
  Int32,
  List,
  RecordBatch,
  Schema,
  Struct,
  Table,
  makeData,
  tableToIPC,
  Utf8,
  vectorFromArray,
} from 'apache-arrow';
import type { Data } from 'apache-arrow';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inPromises } from '../../e2e/native-run/page-run';
import { startPageDatabase } from '../../e2e/native-run/page-engine';
import { ARRAY_FIGURES } from '../domain/array-figures';
import { TEXT_CODE } from '../domain/text-code';
import { WasmConnection } from '../engine/wasm-connection';
import { prepareBatch } from '../parquet/prepared-batch';
import { absentFrom, KEY_COLUMNS, OPTIONAL_COLUMNS, REQUIRED_COLUMNS, TEXT_COLUMNS } from './input-contract';
import { beginStaging, SOURCE_BATCH, stageBatch } from './staging';

const { database, connect } = await startPageDatabase();
const connection = new WasmConnection(inPromises(database), connect(), new AbortController().signal);
const COLUMNS = [...REQUIRED_COLUMNS, ...OPTIONAL_COLUMNS];

interface Day {
  client_id: string;
  ext_dev_ref: string;
  fuel: string | null;
  channel: string | null;
  unit: string | null;
  resolution: string | null;
}

const day: fc.Arbitrary<Day> = fc.record({
  client_id: fc.constantFrom('a', 'A', ' a', 'ä', 'ab'),
  ext_dev_ref: fc.constantFrom('1', '01', 'b', ''),
  fuel: fc.constantFrom('Electricity', 'electricity ', 'gas', '', null),
  channel: fc.constantFrom('import', ' Import', 'export', null),
  unit: fc.constantFrom('kWh', 'Wh', ' kWh', null),
  resolution: fc.constantFrom('60min', 'PT1H', '15 min', 'monthly', 'nonsense', '', null),
});

function ipcOf(days: readonly Day[]): Uint8Array {
  const { length } = days;
  const item = new Field('item', new Int32(), true);
  const valueOffsets = Int32Array.from({ length: length + 1 }, (_, row) => row * 24);
  const child = makeData({
    type: new Int32(),
    length: length * 24,
    nullCount: 0,
    data: Int32Array.from({ length: length * 24 }, (_, at) => at % 100),
  });
  const data: Record<string, Data> = {
    date: makeData({
      type: new DateDay(),
      length,
      nullCount: 0,
      data: Int32Array.from(days, (_, row) => 20_000 + row),
    }),
    energy_consumption: makeData({ type: new List(item), length, nullCount: 0, valueOffsets, child }),
    ...Object.fromEntries(
      TEXT_COLUMNS.map((name) => [
        name,
        vectorFromArray(
          days.map((one) => one[name]),
          new Utf8(),
        ).data[0]!,
      ]),
    ),
  };
  const children = COLUMNS.map((name) => data[name]!);
  const schema = new Schema(COLUMNS.map((name, at) => new Field(name, children[at]!.type, true)));
  const struct = makeData({ type: new Struct(schema.fields), length, nullCount: 0, children });
  return tableToIPC(new Table(schema, [new RecordBatch(schema, struct)]), 'stream');
}

/** What staging makes of two batches, the second of which finds the series of the first. */
async function staged(days: readonly Day[], isCoded: boolean): Promise<unknown> {
  await beginStaging(connection, false);
  for (const [batch, part] of [days, days.toReversed()].entries()) {
    const groundwork = {
      figuresOf: 'energy_consumption',
      codedTexts: isCoded ? TEXT_COLUMNS : [],
      required: KEY_COLUMNS,
    };
    const { ipc, texts } = prepareBatch(ipcOf(part), groundwork)!;
    expect(texts !== null).toBe(isCoded);
    await connection.dropTable('whole_file');
    await connection.insertArrow('whole_file', ipc, true);
    const kept = isCoded ? ['date', 'energy_consumption'] : COLUMNS;
    const names = [...kept, ...ARRAY_FIGURES, ...(isCoded ? [TEXT_CODE] : [])];
    await connection.nameColumns(SOURCE_BATCH, 'whole_file', names, absentFrom(names));
    const place = { sourceId: 1, firstRow: batch * days.length, file: 'days', nullKeys: 'refuse' as const };
    await stageBatch(connection, { ...place, texts });
  }
  return {
    series: await connection.query('select * from staged_series order by series_id'),
    rows: await connection.query(
      'select source_row, series_id, local_date::varchar as local_date, resolution_minutes, total, refused_as from staged_row order by source_row',
    ),
  };
}

it('rows that bear a code in place of their texts become the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(day, { minLength: 1, maxLength: 12 }), async (few) => {
      const days = [...few, ...few, ...few, ...few];
      expect(await staged(days, true)).toEqual(await staged(days, false));
    }),
    { numRuns: 25, interruptAfterTimeLimit: 20_000 },
  );
});
