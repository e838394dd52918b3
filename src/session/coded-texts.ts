import { DataType, Vector, type Data } from 'apache-arrow';

export type Codes = ArrayLike<number>;

/** A column of texts as numbers: equal texts of one batch have equal codes, -1 is null. */
export interface Coded {
  codes: Codes;
  texts: (string | null)[];
}

/** The texts of an Arrow column, dictionary or not; a column that is not there has nulls only. */
export function coded(data: Data | undefined, rows: number): Coded {
  if (!data) return { codes: new Int8Array(rows).fill(-1), texts: [] };
  const isNull = nullTest(data);
  if (DataType.isDictionary(data.type)) {
    const codes = data.values as Int32Array;
    const texts = data.dictionary!.toArray() as (string | null)[];
    if (data.nullCount === 0) return { codes, texts };
    return { codes: Int32Array.from(codes, (code, row) => (isNull(row) ? -1 : code)), texts };
  }
  return DataType.isUtf8(data.type) ? codedUtf8(data, isNull) : codedOthers(data);
}

/** Whether a row of a column is null. */
export function nullTest(data: Data | undefined): (row: number) => boolean {
  const bits = data?.nullBitmap;
  if (!data || data.nullCount === 0 || !bits) return () => false;
  const { offset } = data;
  return (row) => (bits[(offset + row) >> 3]! & (1 << ((offset + row) & 7))) === 0;
}

/** Neighbours mostly have the same text, so a text is only looked up where its bytes change. */
function codedUtf8(data: Data, isNull: (row: number) => boolean): Coded {
  const bytes = data.values as Uint8Array;
  const ends = data.valueOffsets as unknown as Int32Array;
  const codes = new Int32Array(data.length).fill(-1);
  const known = new Map<string, number>();
  const decoder = new TextDecoder();
  let last = -1;
  for (let row = 0; row < data.length; row++) {
    if (isNull(row)) continue;
    if (last >= 0 && isSameText(bytes, ends, last, row)) codes[row] = codes[last]!;
    else codes[row] = codeOf(known, decoder.decode(bytes.subarray(ends[row], ends[row + 1])));
    last = row;
  }
  return { codes, texts: [...known.keys()] };
}

function codedOthers(data: Data): Coded {
  const known = new Map<string, number>();
  const codes = Array.from(new Vector([data]), (text) =>
    text === null ? -1 : codeOf(known, text as unknown as string),
  );
  return { codes, texts: [...known.keys()] };
}

function codeOf(known: Map<string, number>, text: string): number {
  const code = known.get(text) ?? known.size;
  known.set(text, code);
  return code;
}

function isSameText(bytes: Uint8Array, ends: Int32Array, one: number, other: number): boolean {
  const [from, to, start] = [ends[one]!, ends[one + 1]!, ends[other]!];
  if (ends[other + 1]! - start !== to - from) return false;
  for (let at = 0; at < to - from; at++) if (bytes[from + at] !== bytes[start + at]) return false;
  return true;
}
