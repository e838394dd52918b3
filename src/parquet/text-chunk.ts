import type { ColumnMetaData, SchemaElement } from 'hyparquet';
import { ByteWriter } from 'hyparquet-writer';
import { writePageHeader } from 'hyparquet-writer/src/datapage.js';
import { writeDictionaryPage } from 'hyparquet-writer/src/dictionary.js';
import { writeRleBitPackedHybrid } from 'hyparquet-writer/src/encoding.js';
import { snappyCompress } from 'hyparquet-writer/src/snappy.js';

/** Runs of fewer rows than this on average are smaller packed bit by bit than one by one. */
const SHORT_RUN_ROWS = 16;

/** One column of one row group: its pages, and what the footer says of them. Offsets count from its first byte. */
export interface ColumnChunk {
  bytes: Uint8Array;
  metadata: ColumnMetaData;
}

/** Numbers that follow each other, equal ones counted. */
export interface Runs {
  numbers: number[];
  counts: number[];
  rows: number;
}

export interface TextColumn {
  /** As the file's schema has it: an optional text at the top level. */
  element: SchemaElement;
  /** A code for each row; below zero is null. */
  codes: Runs;
  /** The text of each code. @throws Error for a code that stands for nothing */
  textOf: (code: number) => string;
  /** Whether the footer says what the least and the greatest text is. */
  isBounded: boolean;
}

export function runsOf(numbers: Int32Array): Runs {
  const runs: Runs = { numbers: [], counts: [], rows: numbers.length };
  for (let from = 0, to = 0; from < numbers.length; from = to) {
    const number = numbers[from]!;
    for (to = from + 1; to < numbers.length && numbers[to] === number; to++);
    runs.numbers.push(number);
    runs.counts.push(to - from);
  }
  return runs;
}

/**
 * Encodes a column of texts that came as codes, as a dictionary and the runs of its places. A library for whole
 * columns would look each text up again, row by row.
 */
export function textChunk({ element, codes, textOf, isBounded }: TextColumn): ColumnChunk {
  const { texts, places, presence, nulls } = dictionaryOf(codes, textOf);
  const writer = new ByteWriter();
  let unpacked = writeDictionaryPage(writer, encoderOf(element), texts);
  const dataAt = writer.offset;
  unpacked += writeDataPage(writer, { places, presence, nulls, texts: texts.length });
  return {
    bytes: writer.getBytes(),
    metadata: {
      type: 'BYTE_ARRAY',
      encodings: ['PLAIN', 'RLE', 'RLE_DICTIONARY'],
      path_in_schema: [element.name],
      codec: 'SNAPPY',
      num_values: BigInt(codes.rows),
      total_uncompressed_size: BigInt(unpacked),
      total_compressed_size: BigInt(writer.offset),
      dictionary_page_offset: 0n,
      data_page_offset: BigInt(dataAt),
      statistics: { null_count: BigInt(nulls), ...(isBounded ? boundsOf(texts) : {}) },
    },
  };
}

/** What the library asks of a column before it writes its dictionary. */
function encoderOf(element: SchemaElement) {
  return {
    columnName: element.name,
    element,
    schemaPath: [element],
    codec: 'SNAPPY' as const,
    compressors: { SNAPPY: snappyCompress },
    stats: false,
    pageSize: 0,
    columnIndex: false,
    offsetIndex: false,
  };
}

interface Page {
  /** The place in the dictionary of each text that is there. */
  places: Runs;
  /** Definition levels: 1 for each row with a text, 0 for each without. */
  presence: Runs;
  nulls: number;
  /** How many texts the dictionary has. */
  texts: number;
}

/** @returns bytes before compression, the header's too */
function writeDataPage(writer: ByteWriter, { places, presence, nulls, texts }: Page): number {
  const levels = new ByteWriter();
  writeRuns(levels, presence, 1);
  const values = new ByteWriter();
  const width = Math.ceil(Math.log2(Math.max(1, texts)));
  values.appendUint8(width);
  writeRuns(values, places, width);
  const packed = snappyCompress(values.getBytes());
  const start = writer.offset;
  writePageHeader(writer, {
    type: 'DATA_PAGE_V2',
    uncompressed_page_size: levels.offset + values.offset,
    compressed_page_size: levels.offset + packed.length,
    data_page_header_v2: {
      num_values: presence.rows,
      num_nulls: nulls,
      num_rows: presence.rows,
      encoding: 'RLE_DICTIONARY',
      definition_levels_byte_length: levels.offset,
      repetition_levels_byte_length: 0,
      is_compressed: true,
    },
  });
  const headerBytes = writer.offset - start;
  writer.appendBytes(levels.getBytes());
  writer.appendBytes(packed);
  return headerBytes + levels.offset + values.offset;
}

/** Parquet's hybrid of runs and packed bits: runs where they are long, else what the library makes of the rows. */
function writeRuns(writer: ByteWriter, { numbers, counts, rows }: Runs, width: number): void {
  if (rows < SHORT_RUN_ROWS * numbers.length) {
    const each = new Int32Array(rows);
    let at = 0;
    numbers.forEach((number, run) => each.fill(number, at, (at += counts[run]!)));
    writeRleBitPackedHybrid(writer, each, width);
    return;
  }
  for (const [run, number] of numbers.entries()) {
    writer.appendVarInt(counts[run]! << 1);
    for (let bits = 0; bits < width; bits += 8) writer.appendUint8((number >> bits) & 0xff);
  }
}

/** The texts that the codes stand for, each once, their places row by row, and which rows have one. */
function dictionaryOf(codes: Runs, textOf: (code: number) => string) {
  const placeOfText = new Map<string, number>();
  const places: Runs = { numbers: [], counts: [], rows: 0 };
  const presence: Runs = { numbers: [], counts: [], rows: 0 };
  for (const [run, code] of codes.numbers.entries()) {
    const count = codes.counts[run]!;
    extend(presence, code < 0 ? 0 : 1, count);
    if (code < 0) continue;
    const text = textOf(code);
    const place = placeOfText.get(text) ?? placeOfText.size;
    placeOfText.set(text, place);
    extend(places, place, count);
  }
  return { texts: [...placeOfText.keys()], places, presence, nulls: codes.rows - places.rows };
}

function extend(runs: Runs, number: number, count: number): void {
  const last = runs.numbers.length - 1;
  if (runs.numbers[last] === number) runs.counts[last]! += count;
  else {
    runs.numbers.push(number);
    runs.counts.push(count);
  }
  runs.rows += count;
}

/** The least and the greatest text in the order of their bytes, as readers compare them. */
function boundsOf(texts: readonly string[]): { min_value?: Uint8Array; max_value?: Uint8Array } {
  const encoder = new TextEncoder();
  const [first, ...others] = texts.map((text) => encoder.encode(text));
  if (!first) return {};
  let [least, greatest] = [first, first];
  for (const bytes of others) {
    if (compareBytes(bytes, least) < 0) least = bytes;
    if (compareBytes(bytes, greatest) > 0) greatest = bytes;
  }
  return { min_value: least, max_value: greatest };
}

function compareBytes(one: Uint8Array, other: Uint8Array): number {
  for (let at = 0; at < one.length && at < other.length; at++) {
    if (one[at] !== other[at]) return one[at]! - other[at]!;
  }
  return one.length - other.length;
}
