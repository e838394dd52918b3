import { DataType, Precision } from 'apache-arrow';
import type { Field } from 'apache-arrow';
import { decimalWordsText } from '../../domain/decimal-words';

/** How a column of a result is shown: its type in the engine's words, and a cell as exact text. */
export interface ColumnKind {
  type: string;
  isNumeric: boolean;
  text: (value: unknown) => string;
}

const NANOSECONDS_PER_SECOND = 1_000_000_000n;

/** Reads a column's Arrow type. Nothing is rounded: 64-bit numbers and decimals become exact text. */
export function columnKind(type: DataType): ColumnKind {
  if (DataType.isDecimal(type)) {
    const { precision, scale } = type;
    return numeric(`decimal(${precision}, ${scale})`, (value) =>
      decimalWordsText(value as Uint32Array, scale),
    );
  }
  if (DataType.isInt(type)) return numeric(`${type.isSigned ? 'int' : 'uint'}${type.bitWidth}`, String);
  if (DataType.isFloat(type))
    return numeric(type.precision === Precision.DOUBLE ? 'double' : 'float', floatText);
  if (DataType.isBool(type)) return other('boolean', String);
  if (DataType.isDate(type)) return other('date', (value) => isoText(value).slice(0, 10));
  if (DataType.isTimestamp(type)) {
    const isUtc = type.timezone !== null && type.timezone !== undefined && type.timezone !== '';
    return other(isUtc ? 'timestamp, UTC' : 'timestamp', (value) => isoText(value) + (isUtc ? 'Z' : ''));
  }
  if (DataType.isTime(type)) return other('time', (value) => timeText(value, type.unit));
  if (DataType.isInterval(type)) return other('interval', (value) => intervalText(value as Int32Array));
  if (DataType.isBinary(type) || DataType.isFixedSizeBinary(type))
    return other('blob', (value) => hexText(value as Uint8Array));
  if (DataType.isList(type) || DataType.isFixedSizeList(type)) {
    const item = columnKind(type.children[0]!.type as DataType);
    return other(`${item.type}[]`, (value) => `[${listItems(value).map(cellText(item)).join(', ')}]`);
  }
  if (DataType.isStruct(type)) return structKind(type.children);
  if (DataType.isMap(type)) return other('map', (value) => JSON.stringify(value, plainJson));
  return other(DataType.isUtf8(type) ? 'varchar' : type.constructor.name.toLowerCase(), String);
}

/** A cell's text; null is the word NULL, which the table shows in a quiet colour. */
export function cellText(kind: ColumnKind): (value: unknown) => string {
  return (value) => (value === null || value === undefined ? 'NULL' : kind.text(value));
}

function numeric(type: string, text: (value: unknown) => string): ColumnKind {
  return { type, isNumeric: true, text };
}

function other(type: string, text: (value: unknown) => string): ColumnKind {
  return { type, isNumeric: false, text };
}

function structKind(fields: readonly Field[]): ColumnKind {
  const parts = fields.map(({ name, type }) => ({ name, kind: columnKind(type as DataType) }));
  const type = `struct(${parts.map(({ name, kind }) => `${name} ${kind.type}`).join(', ')})`;
  return other(type, (value) => {
    const row = value as Record<string, unknown>;
    return `{${parts.map(({ name, kind }) => `${name}: ${cellText(kind)(row[name])}`).join(', ')}}`;
  });
}

function floatText(value: unknown): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

/** Milliseconds since the epoch as ISO text, without a zone; beyond the calendar's reach as a number. */
function isoText(value: unknown): string {
  const date = new Date(Number(value));
  if (Number.isNaN(date.getTime())) return String(value);
  return date
    .toISOString()
    .slice(0, -1)
    .replace('T', ' ')
    .replace(/\.000$/, '');
}

function timeText(value: unknown, unit: number): string {
  const perSecond = [1n, 1000n, 1_000_000n, NANOSECONDS_PER_SECOND][unit] ?? 1_000_000n;
  const ticks = BigInt(value as bigint);
  const seconds = Number(ticks / perSecond);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const clock = [hours, minutes, seconds % 60].map((part) => String(part).padStart(2, '0')).join(':');
  const rest = ticks % perSecond;
  return rest === 0n ? clock : `${clock}.${String(rest).padStart(String(perSecond).length - 1, '0')}`;
}

/** Months, days and nanoseconds, as Arrow lays an interval out. */
function intervalText(value: Int32Array): string {
  if (value.length < 4) return [...value].join(' ');
  const [months, days] = value;
  const nanoseconds = BigInt.asIntN(64, (BigInt(value[3]! >>> 0) << 32n) | BigInt(value[2]! >>> 0));
  const parts = [
    months ? `${months} months` : '',
    days ? `${days} days` : '',
    nanoseconds ? `${Number(nanoseconds) / 1e9} seconds` : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? parts.join(' ') : '0 days';
}

function hexText(bytes: Uint8Array): string {
  const shown = [...bytes.slice(0, 32)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return bytes.length > 32 ? `${shown}… (${bytes.length} bytes)` : shown;
}

function listItems(value: unknown): unknown[] {
  return [...(value as Iterable<unknown>)];
}

function plainJson(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
