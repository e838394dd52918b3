import * as arrow from 'apache-arrow';
import type { DayBatch, DayRow } from './day-batch';
import { DAY_FIELDS } from './day-fields';

/**
 * Days as an Arrow IPC stream with the columns of `DAY_FIELDS`. The buffers are
 * laid out here because Arrow's own builders compile code from text, which the
 * page's security policy forbids.
 */
export function ipcFromDays(days: DayBatch): Uint8Array {
  const text = (pick: (row: DayRow) => string | null) => textData(days.map(pick));
  const columns: arrow.Data[] = [
    text((row) => row.clientId),
    text((row) => row.meter),
    dateData(days.map((row) => row.date)),
    listData(days.map((row) => row.values)),
    text((row) => row.resolution),
    text((row) => row.fuel),
    text((row) => row.channel),
    text((row) => row.unit),
    arrow.makeData({
      type: new arrow.Int32(),
      length: days.length,
      nullCount: 0,
      data: Int32Array.from(days, (row) => row.sourceRow),
    }),
    text((row) => row.setAsideAs),
    text((row) => row.flags),
  ];
  const fields = DAY_FIELDS.map((name, index) => new arrow.Field(name, columns[index]!.type, true));
  const schema = new arrow.Schema(fields);
  const struct = arrow.makeData({ type: new arrow.Struct(fields), length: days.length, children: columns });
  return arrow.tableToIPC(new arrow.Table(schema, [new arrow.RecordBatch(schema, struct)]), 'stream');
}

function frameOf(cells: readonly unknown[]) {
  const nullBitmap = new Uint8Array(Math.ceil(cells.length / 8));
  let nullCount = 0;
  for (let index = 0; index < cells.length; index++) {
    if (cells[index] === null) nullCount++;
    else nullBitmap[index >> 3]! |= 1 << (index & 7);
  }
  return { length: cells.length, nullCount, nullBitmap };
}

function textData(cells: readonly (string | null)[]): arrow.Data {
  const encoder = new TextEncoder();
  const known = new Map<string, Uint8Array>();
  const parts = cells.map((cell) => {
    if (cell === null) return null;
    const bytes = known.get(cell) ?? encoder.encode(cell);
    known.set(cell, bytes);
    return bytes;
  });
  const valueOffsets = new Int32Array(cells.length + 1);
  parts.forEach((part, index) => (valueOffsets[index + 1] = valueOffsets[index]! + (part?.length ?? 0)));
  const data = new Uint8Array(valueOffsets[cells.length]!);
  parts.forEach((part, index) => part && data.set(part, valueOffsets[index]));
  return arrow.makeData({ type: new arrow.Utf8(), ...frameOf(cells), valueOffsets, data });
}

function dateData(cells: readonly (number | null)[]): arrow.Data {
  const data = Int32Array.from(cells, (cell) => cell ?? 0);
  return arrow.makeData({ type: new arrow.DateDay(), ...frameOf(cells), data });
}

function listData(lists: readonly (readonly (number | null)[] | null)[]): arrow.Data {
  const valueOffsets = new Int32Array(lists.length + 1);
  lists.forEach((list, index) => (valueOffsets[index + 1] = valueOffsets[index]! + (list?.length ?? 0)));
  const items: (number | null)[] = [];
  for (const list of lists) if (list) for (const value of list) items.push(value);
  const child = arrow.makeData({
    type: new arrow.Float64(),
    ...frameOf(items),
    data: Float64Array.from(items, (value) => value ?? 0),
  });
  const type = new arrow.List(new arrow.Field('item', new arrow.Float64(), true));
  return arrow.makeData({ type, ...frameOf(lists), valueOffsets, child });
}
