import {
  Bool,
  DateDay,
  Field,
  Float64,
  Int16,
  Int32,
  Int8,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table as ArrowTable,
  tableToIPC,
  TimestampMicrosecond,
  type DataType,
} from 'apache-arrow';
import { parquetMetadata, type ColumnMetaData } from 'hyparquet';
import {
  Table,
  transformParquetStream,
  type RecordBatch as LibraryBatch,
  type WriterProperties,
} from 'parquet-wasm/esm';
import { AppError } from '../domain/app-error';
import type { ReadingColumns } from './reading-columns';
import type { ColumnChunk } from './text-chunk';

/** Rows that go to the encoder at once: few enough to stay in a processor’s cache while they are copied. */
const BATCH_ROWS = 32_768;
const WEEKEND = 6;

/** The columns that are not texts, with the types that the file says they have. */
export const NUMBER_TYPES: Readonly<Record<string, DataType>> = {
  timestamp_utc: new TimestampMicrosecond('UTC'),
  timestamp_local: new TimestampMicrosecond(),
  utc_offset_minutes: new Int16(),
  interval_minutes: new Int32(),
  local_date: new DateDay(),
  local_hour: new Int8(),
  iso_weekday: new Int8(),
  is_weekend: new Bool(),
  local_month: new Int8(),
  energy: new Float64(),
  source_row: new Int32(),
  source_slot: new Int16(),
};

/**
 * Encodes the columns that are not texts, as one row group.
 * @returns the chunk of each, by its name
 * @throws AppError EXPORT_MISMATCH when the encoder did not take every row
 */
export async function numberChunks(
  readings: ReadingColumns,
  properties: WriterProperties,
): Promise<Map<string, ColumnChunk>> {
  const intake = new TransformStream<LibraryBatch, LibraryBatch>();
  const encoded = transformParquetStream(intake.readable, properties).then((stream) =>
    new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer(),
  );
  const stopped = encoded.then(() => {
    throw new AppError('CODEC_LOST', { cause: 'the Parquet writer stopped early' });
  });
  stopped.catch(() => undefined);
  const entry = intake.writable.getWriter();
  for (let from = 0; from < readings.rows; from += BATCH_ROWS) {
    const table = Table.fromIPCStream(ipcOf(readings, from, Math.min(from + BATCH_ROWS, readings.rows)));
    const batches = table.recordBatches();
    table.free();
    for (const batch of batches) await Promise.race([entry.write(batch), stopped]);
  }
  await entry.close();
  return chunksOf(new Uint8Array(await encoded), readings.rows);
}

/** Takes the chunks out of a file of one row group. */
function chunksOf(file: Uint8Array, rows: number): Map<string, ColumnChunk> {
  const { row_groups: groups } = parquetMetadata(file, { geoparquet: false });
  const [group] = groups;
  if (!group || groups.length !== 1 || Number(group.num_rows) !== rows) {
    const written = groups.reduce((sum, { num_rows }) => sum + Number(num_rows), 0);
    throw new AppError('EXPORT_MISMATCH', {
      cause: `${rows} rows given to the Parquet writer, ${written} written`,
    });
  }
  return new Map(
    group.columns.map(({ meta_data: metadata }) => {
      const start = metadata!.dictionary_page_offset ?? metadata!.data_page_offset;
      const bytes = file.subarray(Number(start), Number(start + metadata!.total_compressed_size));
      return [metadata!.path_in_schema[0]!, { bytes, metadata: movedBy(metadata!, -start) }];
    }),
  );
}

/** What the footer says of a chunk that lies elsewhere. */
export function movedBy(metadata: ColumnMetaData, bytes: bigint): ColumnMetaData {
  const { dictionary_page_offset: dictionaryAt, data_page_offset: dataAt } = metadata;
  return {
    ...metadata,
    data_page_offset: dataAt + bytes,
    ...(dictionaryAt === undefined ? {} : { dictionary_page_offset: dictionaryAt + bytes }),
  };
}

/** Some rows as an Arrow IPC stream. */
function ipcOf(readings: ReadingColumns, from: number, to: number): Uint8Array {
  const values = valuesOf(readings, from, to);
  const fields = Object.entries(NUMBER_TYPES).map(([name, type]) => new Field(name, type, true));
  const children = fields.map(({ name, type }) => {
    const presence = presenceOf(readings, name)?.subarray(from, to);
    // Whether anything is missing is found at once, and mostly nothing is.
    const nullBitmap = presence?.includes(0) ? bitsOf(presence) : null;
    return makeData({ type: type as Int32, length: to - from, nullBitmap, data: values[name] as Int32Array });
  });
  const struct = makeData({ type: new Struct(fields), length: to - from, nullCount: 0, children });
  const schema = new Schema(fields);
  return tableToIPC(new ArrowTable(schema, [new RecordBatch(schema, struct)]), 'stream');
}

function valuesOf(readings: ReadingColumns, from: number, to: number): Record<string, ArrayBufferView> {
  const times = (words: Int32Array) =>
    new BigInt64Array(words.buffer, words.byteOffset + 8 * from, to - from);
  return {
    timestamp_utc: times(readings.timestamp_utc),
    timestamp_local: times(readings.timestamp_local),
    utc_offset_minutes: readings.utc_offset_minutes.subarray(from, to),
    interval_minutes: readings.interval_minutes.subarray(from, to),
    local_date: readings.local_date.subarray(from, to),
    local_hour: readings.local_hour.subarray(from, to),
    iso_weekday: readings.iso_weekday.subarray(from, to),
    is_weekend: bitsOf(readings.iso_weekday.subarray(from, to), WEEKEND),
    local_month: readings.local_month.subarray(from, to),
    energy: readings.energy.subarray(from, to),
    source_row: readings.source_row.subarray(from, to),
    source_slot: readings.source_slot.subarray(from, to),
  };
}

function presenceOf(readings: ReadingColumns, name: string): Uint8Array | null {
  if (name === 'energy') return readings.has_energy;
  if (name === 'source_row') return readings.has_source_row;
  return name === 'source_slot' ? readings.has_source_slot : null;
}

/** A bit for each number that is at least `least`. */
function bitsOf(numbers: ArrayLike<number>, least = 1): Uint8Array {
  const bits = new Uint8Array(Math.ceil(numbers.length / 8));
  for (let row = 0; row < numbers.length; row++) {
    if (numbers[row]! >= least) bits[row >> 3]! |= 1 << (row & 7);
  }
  return bits;
}
