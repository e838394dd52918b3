import { Type } from 'apache-arrow';
import type { DataType, Decimal, Dictionary, RecordBatch, Vector } from 'apache-arrow';
import type { Cell, TableBatch } from './input-table';

type Read = (value: unknown) => Cell;

/** A record batch of Arrow as rows of plain cells. */
export function arrowBatch(batch: RecordBatch, firstRow: number, positions?: readonly number[]): TableBatch {
  const columns = new Map<number, { vector: Vector; read: Read }>();
  batch.schema.fields.forEach((field, index) => {
    const vector = batch.getChildAt(index);
    if (vector) columns.set(positions?.[index] ?? index, { vector, read: readerOf(field.type as DataType) });
  });
  return {
    rows: batch.numRows,
    firstRow,
    cell: (row, column) => {
      const found = columns.get(column);
      if (!found) return null;
      const value: unknown = found.vector.get(row);
      return value === null ? null : found.read(value);
    },
  };
}

/** How a value of an Arrow type becomes a plain cell. */
function readerOf(type: DataType): Read {
  switch (type.typeId) {
    case Type.Int:
    case Type.Float:
      return Number;
    case Type.Decimal:
      return decimalReader((type as Decimal).scale);
    case Type.Utf8:
    case Type.LargeUtf8:
      return String;
    case Type.Bool:
      return Boolean;
    case Type.Date:
    case Type.Timestamp:
      return Number;
    case Type.Dictionary:
      return readerOf((type as Dictionary).dictionary as DataType);
    case Type.List:
    case Type.FixedSizeList:
      return listReader(type.children[0]?.type as DataType);
    default:
      return () => undefined;
  }
}

function listReader(item: DataType): Read {
  const read = readerOf(item);
  const isNumber = [Type.Int, Type.Float, Type.Decimal].includes(item.typeId);
  return (value) => {
    if (!isNumber) return undefined;
    const list = value as Vector;
    const items: (number | null)[] = [];
    for (let index = 0; index < list.length; index++) {
      const each: unknown = list.get(index);
      items.push(each === null ? null : (read(each) as number));
    }
    return items;
  };
}

/** Decimals come as little-endian words of their unscaled value. */
function decimalReader(scale: number): Read {
  return (value) => {
    const words = value as Uint32Array;
    let unscaled = 0n;
    for (let index = words.length - 1; index >= 0; index--)
      unscaled = (unscaled << 32n) | BigInt(words[index]!);
    return Number(BigInt.asIntN(words.length * 32, unscaled)) / 10 ** scale;
  };
}

/** A column's type in the words that the rest of Meterfold uses. */
export function arrowWords(type: DataType): string {
  switch (type.typeId) {
    case Type.Utf8:
      return 'utf8';
    case Type.LargeUtf8:
      return 'large_utf8';
    case Type.Bool:
      return 'bool';
    case Type.Date:
      return 'date32';
    case Type.Decimal:
      return 'decimal';
    case Type.List:
    case Type.FixedSizeList:
      return `list<${arrowWords(type.children[0]!.type as DataType)}>`;
    case Type.Dictionary:
      return `dictionary<int32, ${arrowWords((type as Dictionary).dictionary as DataType)}>`;
    case Type.Timestamp: {
      const zone = (type as unknown as { timezone?: string | null }).timezone;
      return zone ? `timestamp[${zone}]` : 'timestamp[us]';
    }
    default:
      return (type as { toString(): string }).toString().toLowerCase();
  }
}
