/** Codes for rows by their texts: an engine groups and joins by one whole number more quickly than by six texts. */
import { DataType } from 'apache-arrow';
import type { Data } from 'apache-arrow';
import { isThere } from './folded-days';

/** A text for each row as Arrow has it: row `row` is `bytes[offsets[row]]` up to `bytes[offsets[row + 1]]`. */
interface Texts {
  bytes: Uint8Array;
  offsets: Int32Array;
  bits: Uint8Array | null;
}

/** A code for each row, from 0 in the order in which they first occur, and the row in which each first occurs. */
export interface Codes {
  codes: Int32Array;
  firstRows: number[];
}

/** What the rows' texts are, once for each combination of them that occurs. */
export interface CodedTexts extends Codes {
  /** For each code the text of each column. */
  texts: (string | null)[][];
}

/** Fewer rows for each combination than this, and codes save the engine nothing. */
const LEAST_ROWS_PER_CODE = 4;
/** Longer texts are no names: the engine has to look at them, and to say where they stand. */
const LONGEST_BYTES = 2_000;

/** @returns null where a column is no plain text, a text is very long, or most rows differ */
export function codeTexts(columns: readonly Data[], rows: number): CodedTexts | null {
  const limit = Math.max(1, Math.floor(rows / LEAST_ROWS_PER_CODE));
  let all: Codes = { codes: new Int32Array(rows), firstRows: [0] };
  const found: Texts[] = [];
  for (const column of columns) {
    const texts = textsOf(column);
    const own = texts && codesOf(texts, rows, limit);
    const together = own && combine(all, own, limit);
    if (!together) return null;
    found.push(texts);
    all = together;
  }
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const texts = all.firstRows.map((row) => found.map((column) => textAt(column, row, decoder)));
  return { ...all, texts };
}

function textsOf(column: Data): Texts | null {
  if (!DataType.isUtf8(column.type) || column.offset !== 0) return null;
  const bits = column.nullCount > 0 ? column.nullBitmap : null;
  return { bytes: column.values as Uint8Array, offsets: column.valueOffsets as Int32Array, bits };
}

function codesOf(texts: Texts, rows: number, limit: number): Codes | null {
  const codes = new Int32Array(rows);
  const seen = new SeenTexts(texts, limit);
  let code = -1;
  for (let row = 0; row < rows; row++) {
    if (row === 0 || !isEqual(texts, row, row - 1)) {
      code = seen.codeOf(row);
      if (code < 0) return null;
    }
    codes[row] = code;
  }
  return { codes, firstRows: seen.firstRows };
}

/** The distinct texts so far, found by their hash. */
class SeenTexts {
  readonly firstRows: number[] = [];
  /** At each place a code plus one, or 0. */
  private readonly places: Int32Array;

  constructor(
    private readonly texts: Texts,
    private readonly limit: number,
  ) {
    // Half of the places stay free, so that a search is short.
    this.places = new Int32Array(2 ** Math.ceil(Math.log2(2 * limit + 2)));
  }

  /** @returns -1 for a text that is too long, or one too many */
  codeOf(row: number): number {
    const { offsets } = this.texts;
    if (offsets[row + 1]! - offsets[row]! > LONGEST_BYTES) return -1;
    const mask = this.places.length - 1;
    for (let place = hash(this.texts, row) & mask; ; place = (place + 1) & mask) {
      const code = this.places[place]! - 1;
      if (code < 0) return this.remember(row, place);
      if (isEqual(this.texts, row, this.firstRows[code]!)) return code;
    }
  }

  private remember(row: number, place: number): number {
    if (this.firstRows.length === this.limit) return -1;
    this.places[place] = this.firstRows.push(row);
    return this.firstRows.length - 1;
  }
}

/** FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash({ bytes, offsets }: Texts, row: number): number {
  let value = 0x811c9dc5;
  const end = offsets[row + 1]!;
  for (let at = offsets[row]!; at < end; at++) value = Math.imul(value ^ bytes[at]!, 0x01000193);
  return value ^ (value >>> 15);
}

function isEqual(texts: Texts, row: number, other: number): boolean {
  const { bytes, offsets } = texts;
  const start = offsets[row]!;
  const length = offsets[row + 1]! - start;
  const otherStart = offsets[other]!;
  if (offsets[other + 1]! - otherStart !== length || isThere(texts, row) !== isThere(texts, other))
    return false;
  for (let at = 0; at < length; at++) if (bytes[start + at] !== bytes[otherStart + at]) return false;
  return true;
}

function textAt(texts: Texts, row: number, decoder: TextDecoder): string | null {
  const { bytes, offsets } = texts;
  return isThere(texts, row) ? decoder.decode(bytes.subarray(offsets[row], offsets[row + 1])) : null;
}

/** Codes of two columns together. @returns null where there are more than `limit` */
function combine(one: Codes, other: Codes, limit: number): Codes | null {
  if (one.firstRows.length === 1) return other;
  if (other.firstRows.length === 1) return one;
  const rows = one.codes.length;
  const codes = new Int32Array(rows);
  const firstRows: number[] = [];
  const known = new Map<number, number>();
  const count = other.firstRows.length;
  let before = -1;
  let code = -1;
  for (let row = 0; row < rows; row++) {
    const pair = one.codes[row]! * count + other.codes[row]!;
    if (pair !== before) {
      code = known.get(pair) ?? -1;
      if (code < 0) {
        if (firstRows.length === limit) return null;
        code = firstRows.push(row) - 1;
        known.set(pair, code);
      }
      before = pair;
    }
    codes[row] = code;
  }
  return { codes, firstRows };
}
