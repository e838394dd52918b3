import {
  DataType,
  Field,
  Float64,
  Int16,
  Int32,
  Int8,
  List,
  makeData,
  Precision,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableFromIPC,
  tableToIPC,
} from 'apache-arrow';
import type { Data, Int } from 'apache-arrow';
import { ARRAY_FIGURES } from '../domain/array-figures';
import { TEXT_CODE } from '../domain/text-code';
import { arrayFigures } from './array-figures';
import type { ArrayFigures, Arrays } from './array-figures';
import type { Groundwork } from './parquet-codec';
import { codeTexts } from './text-codes';

/** Columns of a batch after each other, each with its place in the schema. */
interface Columns {
  fields: Field[];
  /** For each batch of the stream the columns' data. */
  data: Data[][];
}

export interface Prepared {
  ipc: Uint8Array;
  /** What each text code stands for, in the order of the columns asked for; null where the texts stayed. */
  texts: (string | null)[][] | null;
}

/**
 * The stream with the columns ARRAY_FIGURES behind its own, for the arrays of one column, and with their
 * whole numbers in 16 or 32 bits where these hold them; with one code in place of the texts where that can be.
 * @returns null where that column is of a kind whose figures the engine has to work out
 */
export function prepareBatch(
  ipc: Uint8Array,
  { figuresOf, codedTexts, required }: Groundwork,
): Prepared | null {
  const table = tableFromIPC(ipc);
  const { fields } = table.schema;
  const position = fields.findIndex(({ name }) => name === figuresOf);
  const lists = narrowed(table.batches.map(({ data }) => data.children[position]));
  const arrays = lists.map(arraysOf);
  if (arrays.some((one) => one === null)) return null;
  const columns: Columns = {
    fields: fields.with(position, fields[position]!.clone({ type: lists[0]!.type })),
    data: table.batches.map(({ data }, index) => data.children.with(position, lists[index]!)),
  };
  const figures: Columns = {
    fields: ARRAY_FIGURES.map((name) => new Field(name, FIGURE_TYPES[name], true)),
    data: arrays.map((one) => columnsOf(arrayFigures(one!), one!.rows)),
  };
  const coded = isComplete(columns, required) ? codedColumn(columns, codedTexts) : null;
  if (!coded) return { ipc: ipcOf([columns, figures]), texts: null };
  return { ipc: ipcOf([without(columns, codedTexts), figures, coded.column]), texts: coded.texts };
}

function ipcOf(parts: readonly Columns[]): Uint8Array {
  const fields = parts.flatMap((part) => part.fields);
  const schema = new Schema(fields);
  const batches = parts[0]!.data.map((_, index) => {
    const children = parts.flatMap((part) => part.data[index]!);
    const { length } = children[0]!;
    return new RecordBatch(schema, makeData({ type: new Struct(fields), length, nullCount: 0, children }));
  });
  return tableToIPC(new Table(schema, batches), 'stream');
}

function without({ fields, data }: Columns, names: readonly string[]): Columns {
  const stays = fields.map(({ name }) => !names.includes(name));
  return {
    fields: fields.filter((_, place) => stays[place]),
    data: data.map((columns) => columns.filter((_, place) => stays[place])),
  };
}

const isComplete = ({ fields, data }: Columns, required: readonly string[]): boolean =>
  data.every((columns) =>
    columns.every(({ nullCount }, place) => nullCount === 0 || !required.includes(fields[place]!.name)),
  );

/** One column of codes, numbered on from batch to batch. */
function codedColumn(
  { fields, data }: Columns,
  names: readonly string[],
): { column: Columns; texts: (string | null)[][] } | null {
  if (names.length === 0) return null;
  const places = names.map((name) => fields.findIndex((field) => field.name === name));
  const texts: (string | null)[][] = [];
  const codes: Data[][] = [];
  for (const columns of data) {
    const { length } = columns[0]!;
    const coded = codeTexts(
      places.map((place) => columns[place]!),
      length,
    );
    if (!coded) return null;
    const numbers = texts.length === 0 ? coded.codes : coded.codes.map((code) => code + texts.length);
    codes.push([makeData({ type: new Int32(), length, nullCount: 0, data: numbers })]);
    texts.push(...coded.texts);
  }
  return { column: { fields: [new Field(TEXT_CODE, new Int32(), false)], data: codes }, texts };
}

const FIGURE_TYPES: Record<(typeof ARRAY_FIGURES)[number], DataType> = {
  array_count: new Int32(),
  array_total: new Float64(),
  array_lowest: new Float64(),
  array_highest: new Float64(),
  array_may_be_stuck: new Int8(),
  array_equal_at_start: new Int8(),
  array_equal_at_end: new Int8(),
};

/** In the order of ARRAY_FIGURES. */
function columnsOf(figures: ArrayFigures, length: number): Data[] {
  const data: Record<(typeof ARRAY_FIGURES)[number], ArrayBufferView> = {
    array_count: figures.count,
    array_total: figures.total,
    array_lowest: figures.lowest,
    array_highest: figures.highest,
    array_may_be_stuck: figures.mayBeStuck,
    array_equal_at_start: figures.equalAtStart,
    array_equal_at_end: figures.equalAtEnd,
  };
  const frame = { length, nullCount: figures.unknown, nullBitmap: figures.isKnown };
  return ARRAY_FIGURES.map((name) =>
    makeData({ ...frame, type: FIGURE_TYPES[name], data: data[name] } as never),
  );
}

/** Lists of whole numbers in as few bits as hold them all, so much less to hand on and to store. */
function narrowed(lists: readonly (Data | undefined)[]): (Data | undefined)[] {
  for (const bits of [16, 32] as const) {
    const found = lists.map((list) => list && narrowedList(list, bits));
    if (found.every((list) => list !== undefined && list !== null)) return found;
  }
  return [...lists];
}

/** @returns null where the list is no longer than that already, or does not fit */
function narrowedList(list: Data, bits: 16 | 32): Data | null {
  const child = list.children[0];
  if (!DataType.isList(list.type) || !child || !DataType.isInt(child.type) || child.type.bitWidth <= bits)
    return null;
  const values = narrowedValues(child.values as Wide, child.type.isSigned, bits);
  if (!values) return null;
  const type: Int = bits === 16 ? new Int16() : new Int32();
  const { nullCount, length, nullBitmap } = child;
  return makeData({
    type: new List(list.type.children[0]!.clone({ type })),
    length: list.length,
    nullCount: list.nullCount,
    nullBitmap: list.nullBitmap,
    valueOffsets: list.valueOffsets as Int32Array,
    child: makeData({ type, length, nullCount, nullBitmap, data: values }),
  });
}

type Wide = Int32Array | Uint32Array | BigInt64Array | BigUint64Array;

/** @returns null where a number, or what stands in the place of a missing one, needs more bits */
function narrowedValues(values: Wide, isSigned: boolean, bits: 16 | 32): Int16Array | Int32Array | null {
  const words = new Int32Array(values.buffer, values.byteOffset, values.byteLength / 4);
  const narrow = bits === 16 ? new Int16Array(values.length) : new Int32Array(values.length);
  const wordsOfEach = values.BYTES_PER_ELEMENT / 4;
  for (let index = 0; index < narrow.length; index++) {
    const low = words[wordsOfEach * index]!;
    if (!isSigned && low < 0) return null;
    if (wordsOfEach === 2 && words[2 * index + 1] !== low >> 31) return null;
    narrow[index] = low;
    if (narrow[index] !== low) return null;
  }
  return narrow;
}

/** @returns null for a column that is no list of plain numbers */
function arraysOf(lists: Data | undefined): Arrays | null {
  if (!lists || !DataType.isList(lists.type)) return null;
  const child = lists.children[0];
  if (!child || child.offset !== 0 || lists.offset !== 0) return null;
  const isNumber =
    DataType.isInt(child.type) || (DataType.isFloat(child.type) && child.type.precision !== Precision.HALF);
  if (!isNumber) return null;
  return {
    values: plainNumbers(child.values as Numbers),
    valueIsThere: child.nullCount > 0 ? child.nullBitmap : null,
    offsets: lists.valueOffsets as Int32Array,
    rows: lists.length,
  };
}

type Numbers =
  | Int8Array
  | Int16Array
  | Int32Array
  | BigInt64Array
  | Uint8Array
  | Uint16Array
  | Uint32Array
  | BigUint64Array
  | Float32Array
  | Float64Array;

function plainNumbers(values: Numbers): Arrays['values'] {
  if (!(values instanceof BigInt64Array || values instanceof BigUint64Array)) return values;
  return {
    words: new Uint32Array(values.buffer, values.byteOffset, values.length * 2),
    isSigned: values instanceof BigInt64Array,
  };
}
