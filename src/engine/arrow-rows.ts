import { Table, tableFromIPC, tableToIPC } from 'apache-arrow';
import * as arrow from 'apache-arrow';
import { decimalWordsText } from '../domain/decimal-words';
import type { ColumnType, Row, SmallTable, Value } from './engine';

const MILLISECONDS_PER_DAY = 86_400_000;

/**
 * Decodes Arrow IPC stream bytes into plain rows: BigInt and decimals become numbers, lists
 * become arrays, structs become objects, dates and timestamps are milliseconds
 * since the epoch as if UTC.
 */
export function rowsFromIpc(ipc: Uint8Array[]): Row[] {
  const table = tableFromIPC(joinBytes(ipc));
  const names = table.schema.fields.map((field) => field.name);
  const rows: Row[] = Array.from({ length: table.numRows }, () => ({}));
  names.forEach((name, index) => {
    const column = table.getChildAt(index);
    const plain = plainer(column?.type as arrow.DataType | undefined);
    rows.forEach((row, position) => (row[name] = plain(column?.get(position))));
  });
  return rows;
}

type Cell = string | number | boolean | null;

/**
 * Encodes a small table as an Arrow IPC stream with exactly the named types. The
 * buffers are laid out here because Arrow's own builders compile code from text
 * where nulls are allowed, which the page's security policy forbids.
 */
export function ipcFromSmallTable(table: SmallTable): Uint8Array {
  const fields = table.columns.map((column) => new arrow.Field(column.name, arrowType(column.type), true));
  const schema = new arrow.Schema(fields);
  const children = table.columns.map((column, index) =>
    columnData(
      column.type,
      table.rows.map((row) => row[index] ?? null),
    ),
  );
  const struct = arrow.makeData({ type: new arrow.Struct(fields), length: table.rows.length, children });
  return tableToIPC(new Table(schema, [new arrow.RecordBatch(schema, struct)]), 'stream');
}

function columnData(type: ColumnType, cells: readonly Cell[]): arrow.Data {
  const length = cells.length;
  const nullCount = cells.filter((cell) => cell === null).length;
  const nullBitmap = validity(cells, (cell) => cell !== null);
  const numbers = (Make: { from: (values: number[]) => ArrayBufferView }) =>
    Make.from(cells.map((cell) => Number(cell ?? 0)));
  const frame = { length, nullCount, nullBitmap };
  switch (type) {
    case 'varchar':
      return arrow.makeData({ type: new arrow.Utf8(), ...frame, ...textBuffers(cells) });
    case 'boolean':
      return arrow.makeData({ type: new arrow.Bool(), ...frame, data: validity(cells, Boolean) });
    case 'smallint':
      return arrow.makeData({ type: new arrow.Int16(), ...frame, data: numbers(Int16Array) as Int16Array });
    case 'integer':
      return arrow.makeData({ type: new arrow.Int32(), ...frame, data: numbers(Int32Array) as Int32Array });
    case 'double':
      return arrow.makeData({
        type: new arrow.Float64(),
        ...frame,
        data: numbers(Float64Array) as Float64Array,
      });
    case 'date': {
      const data = Int32Array.from(cells.map((cell) => Math.floor(Number(cell ?? 0) / MILLISECONDS_PER_DAY)));
      return arrow.makeData({ type: new arrow.DateDay(), ...frame, data });
    }
    case 'timestamp': {
      const data = BigInt64Array.from(cells.map((cell) => BigInt(Number(cell ?? 0))));
      return arrow.makeData({ type: new arrow.TimestampMillisecond(), ...frame, data });
    }
    default:
      throw new Error(`a small table cannot hold ${type}`);
  }
}

function validity(cells: readonly Cell[], isSet: (cell: Cell) => boolean): Uint8Array {
  const bits = new Uint8Array(Math.ceil(cells.length / 8));
  cells.forEach((cell, index) => {
    if (isSet(cell)) bits[index >> 3]! |= 1 << (index & 7);
  });
  return bits;
}

function textBuffers(cells: readonly Cell[]): { valueOffsets: Int32Array; data: Uint8Array } {
  const encoder = new TextEncoder();
  const texts = cells.map((cell) => encoder.encode(cell === null ? '' : String(cell)));
  const valueOffsets = new Int32Array(cells.length + 1);
  texts.forEach((text, index) => (valueOffsets[index + 1] = valueOffsets[index]! + text.length));
  return { valueOffsets, data: joinBytes(texts) };
}

/** One buffer out of several. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return first;
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

function arrowType(type: ColumnType): arrow.DataType {
  switch (type) {
    case 'varchar':
      return new arrow.Utf8();
    case 'boolean':
      return new arrow.Bool();
    case 'smallint':
      return new arrow.Int16();
    case 'integer':
      return new arrow.Int32();
    case 'double':
      return new arrow.Float64();
    case 'date':
      return new arrow.DateDay();
    case 'timestamp':
      return new arrow.TimestampMillisecond();
    default:
      throw new Error(`a small table cannot hold ${type}`);
  }
}

/** Decimals lie in Arrow without their point, which only the type knows. */
function plainer(type: arrow.DataType | undefined): (value: unknown) => Value {
  if (!arrow.DataType.isDecimal(type)) return plainValue;
  const { scale } = type;
  return (value) => (value instanceof Uint32Array ? Number(decimalWordsText(value, scale)) : null);
}

function plainValue(value: unknown): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object') return value as Value;
  if (value instanceof Date) return value.getTime();
  if (typeof (value as { toJSON?: unknown }).toJSON === 'function') {
    const plain: unknown = (value as { toJSON(): unknown }).toJSON();
    if (Array.isArray(plain)) return plain.map(plainValue);
    return Object.fromEntries(
      Object.entries(plain as object).map(([name, item]) => [name, plainValue(item)]),
    );
  }
  return JSON.stringify(value);
}
