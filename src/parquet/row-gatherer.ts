import {
  Dictionary,
  Field,
  Int32,
  makeData,
  makeVector,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableFromIPC,
  tableToIPC,
  Utf8,
  type Data,
  type DataType,
  type Vector,
} from 'apache-arrow';
import { canJoin, joinColumn, joinValidity } from './column-join';
import type { Coding } from './parquet-codec';

/** Rows that go to the encoder at once: each batch costs it a fixed time for every column. */
const GATHERED_ROWS = 131_072;

interface Column {
  field: Field;
  data: Data;
}

/** The texts of a coding as Arrow dictionaries, and where each code stands in them. */
interface ReadyCoding {
  column: string;
  places: Int32Array;
  texts: { name: string; type: Dictionary; values: Vector<Utf8> }[];
}

/**
 * Puts the small batches of an engine together to large ones, puts the texts of
 * codes in their place and brings the columns into the file's order. A text
 * becomes a dictionary column, so that it is stored once for many rows.
 */
export class RowGatherer {
  private waiting: RecordBatch[] = [];
  private rows = 0;
  private schema: Schema | null = null;
  private codings: ReadyCoding[] = [];
  /** The last stream with columns that cannot be joined: it goes on as it came. */
  private unjoined: Uint8Array | null = null;

  /** @param columns the file's columns in order; null keeps the streams' own */
  constructor(private readonly columns: readonly string[] | null) {}

  /**
   * Takes one complete IPC stream in.
   * @param codings what its codes stand for; absent: as before
   * @returns IPC streams that are ready to be encoded, each of one batch
   */
  take(ipc: Uint8Array, codings?: readonly Coding[]): Uint8Array[] {
    const ready: Uint8Array[] = [];
    if (codings) {
      if (this.rows > 0) ready.push(this.flush());
      this.codings = codings.map(readyCoding);
    }
    const table = tableFromIPC(ipc);
    // Batches of other columns are the encoder's to refuse: they must not be mixed in here.
    if (this.rows > 0 && String(this.schema) !== String(table.schema)) ready.push(this.flush());
    this.schema = table.schema;
    this.unjoined = this.columns === null && !isJoinable(table.schema) ? ipc : null;
    if (this.unjoined) return table.numRows > 0 ? [...ready, ipc] : ready;
    for (const batch of table.batches) {
      if (batch.numRows === 0) continue;
      this.waiting.push(batch);
      this.rows += batch.numRows;
      if (this.rows >= GATHERED_ROWS) ready.push(this.flush());
    }
    return ready;
  }

  /** True once a stream was taken in. */
  get knowsColumns(): boolean {
    return this.schema !== null;
  }

  /** True while there are rows that no stream has been made of. */
  get holdsRows(): boolean {
    return this.rows > 0;
  }

  /** Everything that waits, as one stream; without rows it has the columns all the same. */
  flush(): Uint8Array {
    if (this.unjoined) return this.unjoined;
    const columns = this.outputColumns();
    const fields = columns.map(({ field }) => field);
    const schema = new Schema(fields);
    const children = columns.map(({ data }) => data);
    const struct = makeData({ type: new Struct(fields), length: this.rows, nullCount: 0, children });
    this.waiting = [];
    this.rows = 0;
    return tableToIPC(new Table(schema, [new RecordBatch(schema, struct)]), 'stream');
  }

  private outputColumns(): Column[] {
    const fields = this.schema?.fields ?? [];
    const columns = new Map<string, Column>();
    for (const [index, field] of fields.entries()) {
      const coding = this.codings.find(({ column }) => column === field.name);
      const parts = this.waiting.map((batch) => batch.data.children[index]!);
      const type = field.type as DataType;
      if (!coding) columns.set(field.name, { field, data: joinColumn(type, parts, this.rows) });
      else for (const column of this.decode(coding, parts)) columns.set(column.field.name, column);
    }
    return (this.columns ?? [...columns.keys()]).map((name) => {
      const column = columns.get(name);
      if (!column) throw new Error(`the stream has no column ${name}`);
      return column;
    });
  }

  private decode(coding: ReadyCoding, parts: readonly Data[]): Column[] {
    const { nullCount, nullBitmap } = joinValidity(parts, this.rows);
    const indices = new Int32Array(this.rows);
    let at = 0;
    for (const part of parts) {
      const codes = part.values as Int32Array;
      for (let row = 0; row < part.length; row++, at++) {
        const place = coding.places[codes[row]!] ?? -1;
        if (place < 0 && isSet(nullBitmap, at)) throw new Error(`a code of ${coding.column} has no text`);
        indices[at] = place;
      }
    }
    // Each column gets indices of its own: Arrow writes a buffer once where neighbours share it.
    return coding.texts.map(({ name, type, values }) => ({
      field: new Field(name, type, true),
      data: makeData({
        type,
        length: this.rows,
        nullCount,
        nullBitmap: nullBitmap?.slice() ?? null,
        data: indices.slice(),
        dictionary: values,
      }),
    }));
  }
}

function isJoinable(schema: Schema): boolean {
  return schema.fields.every(({ type }) => canJoin(type as DataType));
}

function isSet(bitmap: Uint8Array | null, row: number): boolean {
  return bitmap === null || (bitmap[row >> 3]! & (1 << (row & 7))) !== 0;
}

function readyCoding({ column, codes, texts }: Coding): ReadyCoding {
  const places = new Int32Array(Math.max(-1, ...codes) + 1).fill(-1);
  codes.forEach((code, place) => (places[code] = place));
  return {
    column,
    places,
    texts: Object.entries(texts).map(([name, values]) => ({
      name,
      type: new Dictionary(new Utf8(), new Int32()),
      values: textVector(values),
    })),
  };
}

/** Laid out here, because Arrow's own builders compile code from text, which the page's security policy forbids. */
function textVector(texts: readonly string[]): Vector<Utf8> {
  const encoder = new TextEncoder();
  const parts = texts.map((text) => encoder.encode(text));
  const valueOffsets = new Int32Array(parts.length + 1);
  parts.forEach((part, index) => (valueOffsets[index + 1] = valueOffsets[index]! + part.length));
  const data = new Uint8Array(valueOffsets[parts.length]!);
  parts.forEach((part, index) => data.set(part, valueOffsets[index]));
  return makeVector(makeData({ type: new Utf8(), length: parts.length, nullCount: 0, valueOffsets, data }));
}
