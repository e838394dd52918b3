import { DataType, makeData, Utf8, type Data, type Int32 } from 'apache-arrow';

/** Which rows of several pieces of a column hold a value, one after the other. */
export interface Validity {
  nullCount: number;
  /** A bit for each row; null where every row holds a value. */
  nullBitmap: Uint8Array | null;
}

/**
 * One piece of a column out of several, with its values copied once. Knows what
 * the analytical tables consist of: numbers, times, dates, flags and texts.
 */
export function joinColumn(type: DataType, parts: readonly Data[], length: number): Data {
  const frame = { length, ...joinValidity(parts, length) };
  if (DataType.isUtf8(type)) return makeData({ type: new Utf8(), ...frame, ...joinTexts(parts, length) });
  if (DataType.isBool(type)) {
    return makeData({ type, ...frame, data: joinBits(parts.map(bitsOf('values')), length) });
  }
  if (!isFixedWidth(type)) throw new Error(`a column of the type ${type.typeId} cannot be written`);
  return makeData({ type: type as Int32, ...frame, data: joinValues(type, parts, length) as Int32Array });
}

/** Whether pieces of such a column can be joined here. */
export function canJoin(type: DataType): boolean {
  return DataType.isUtf8(type) || DataType.isBool(type) || isFixedWidth(type);
}

function isFixedWidth(type: DataType): boolean {
  return (
    DataType.isInt(type) || DataType.isFloat(type) || DataType.isTimestamp(type) || DataType.isDate(type)
  );
}

/** The rows of the pieces that hold a value. */
export function joinValidity(parts: readonly Data[], length: number): Validity {
  const nullCount = parts.reduce((sum, part) => sum + part.nullCount, 0);
  if (nullCount === 0) return { nullCount, nullBitmap: null };
  return { nullCount, nullBitmap: joinBits(parts.map(bitsOf('nullBitmap')), length) };
}

type Numbers = {
  set: (values: unknown, at: number) => void;
  subarray: (from: number, to: number) => unknown;
};

function joinValues(type: DataType, parts: readonly Data[], length: number): unknown {
  const Values = type.ArrayType as new (length: number) => Numbers;
  const joined = new Values(length);
  let at = 0;
  for (const part of parts) {
    joined.set((part.values as unknown as Numbers).subarray(0, part.length), at);
    at += part.length;
  }
  return joined;
}

interface Bits {
  /** Null stands for ones only. */
  bits: Uint8Array | null;
  length: number;
}

function bitsOf(buffer: 'values' | 'nullBitmap') {
  return (part: Data): Bits => ({
    bits: buffer === 'nullBitmap' && part.nullCount === 0 ? null : (part[buffer] as Uint8Array),
    length: part.length,
  });
}

function joinBits(parts: readonly Bits[], length: number): Uint8Array {
  const joined = new Uint8Array(Math.ceil(length / 8));
  let at = 0;
  for (const { bits, length: count } of parts) {
    if (bits && at % 8 === 0) joined.set(bits.subarray(0, Math.ceil(count / 8)), at / 8);
    for (let row = at % 8 === 0 && bits ? count : 0; row < count; row++) {
      if (!bits || bits[row >> 3]! & (1 << (row & 7))) joined[(at + row) >> 3]! |= 1 << ((at + row) & 7);
    }
    at += count;
    // What lies behind the last bit of a piece is nobody's.
    if (at % 8 !== 0) joined[at >> 3]! &= (1 << (at & 7)) - 1;
  }
  return joined;
}

function joinTexts(parts: readonly Data[], length: number): { valueOffsets: Int32Array; data: Uint8Array } {
  const valueOffsets = new Int32Array(length + 1);
  const pieces = parts.map((part) => {
    const ends = part.valueOffsets as unknown as Int32Array;
    return { ends: ends.subarray(1, part.length + 1), bytes: part.values as Uint8Array };
  });
  const sizes = pieces.map(({ ends }) => ends.at(-1) ?? 0);
  const data = new Uint8Array(sizes.reduce((sum, size) => sum + size, 0));
  let row = 0;
  let at = 0;
  for (const [index, { ends, bytes }] of pieces.entries()) {
    data.set(bytes.subarray(0, sizes[index]), at);
    for (const end of ends) valueOffsets[++row] = at + end;
    at += sizes[index]!;
  }
  return { valueOffsets, data };
}
