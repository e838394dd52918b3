import {
  Dictionary,
  Field,
  Int32,
  makeData,
  makeVector,
  RecordBatch,
  Schema,
  Struct,
  Table as ArrowTable,
  tableToIPC,
  Utf8,
  type Data,
  type DataType,
} from 'apache-arrow';
import { parquetMetadata, type FileMetaData, type RowGroup, type SchemaElement } from 'hyparquet';
import { ByteWriter } from 'hyparquet-writer';
import { writeMetadata } from 'hyparquet-writer/src/metadata.js';
import {
  Compression,
  Encoding,
  EnabledStatistics,
  Table,
  writeParquet,
  WriterPropertiesBuilder,
  type WriterProperties,
} from 'parquet-wasm/esm';
import { AppError } from '../domain/app-error';
import { openSink, type ByteSink } from './byte-sink';
import { foldedDays } from './folded-days';
import { movedBy, NUMBER_TYPES, numberChunks } from './number-chunks';
import type { Coding, FoldedWriteOptions, WrittenSoFar } from './parquet-codec';
import { QUALITIES, ReadingColumns, readingsOf } from './reading-columns';
import { runsOf, textChunk, type ColumnChunk, type Runs } from './text-chunk';

const CREATED_BY = 'Meterfold';
const MEDIA_TYPE = 'application/vnd.apache.parquet';
const MAGIC = new TextEncoder().encode('PAR1');
/** Integers and times that rise evenly: as differences they are smaller and quicker than as a dictionary. */
const STEADY = ['timestamp_utc', 'timestamp_local', 'local_date', 'source_row'];
/** Small integers that repeat: compression makes less of them than a dictionary would. */
const PLAIN = [
  'utc_offset_minutes',
  'interval_minutes',
  'local_hour',
  'iso_weekday',
  'local_month',
  'source_slot',
];
/** Texts by which a reader can leave a row group out; of the others nearly each row group holds all there are. */
const BOUNDED = ['client_id', 'ext_dev_ref'];

/** The columns of readings whose numbers stand for texts. */
type CodedColumn = Coding['column'] | 'quality' | 'quality_rule';

/**
 * Writes the analytical table from days that are still folded. It unfolds them into typed arrays and encodes one row
 * group after the other: numbers by parquet-wasm, texts from their codes, which costs a fraction of hashing them
 * again. The footer is that of an empty file of the same library, with the row groups put in.
 */
export class FoldedWriter {
  private readonly footer: FileMetaData;
  private readonly columns: readonly SchemaElement[];
  private readonly readings: ReadingColumns;
  private readonly codings: (Coding & { places: ReadonlyMap<number, number> })[];
  private readonly rowGroups: RowGroup[] = [];
  private latest: Promise<void> = Promise.resolve();
  private rowsTaken = 0;

  private constructor(
    private readonly options: FoldedWriteOptions,
    private readonly sink: ByteSink,
    private readonly empty: Uint8Array<ArrayBuffer>,
  ) {
    const { schema, ...footer } = parquetMetadata(empty, { geoparquet: false });
    this.footer = { ...footer, schema: schema.map(withoutIntegerWidth) };
    this.columns = this.footer.schema.slice(1);
    this.readings = new ReadingColumns(Math.min(options.rowGroupRows, options.rows));
    this.codings = options.codings.map((coding) => ({
      ...coding,
      places: new Map(coding.codes.map((code, place) => [code, place])),
    }));
  }

  static async open(options: FoldedWriteOptions): Promise<FoldedWriter> {
    const sink = await openSink(options.target, MEDIA_TYPE);
    return new FoldedWriter(options, sink, emptyFile(options));
  }

  get written(): WrittenSoFar {
    return { rows: this.rowsTaken, bytes: this.sink.bytesWritten };
  }

  /** Takes one complete IPC stream of days; resolves when it is unfolded. Overlapping calls keep their order. */
  append(ipc: Uint8Array): Promise<void> {
    this.latest = this.latest.then(() => this.take(ipc));
    return this.latest;
  }

  async finish(): Promise<Blob> {
    await this.latest;
    if (this.readings.rows > 0) await this.writeRowGroup();
    if (this.rowsTaken === 0) await this.sink.write(this.empty);
    else await this.writeFooter();
    return this.sink.close();
  }

  /** Takes back what is written. */
  discard(): Promise<void> {
    return this.sink.discard();
  }

  private async take(ipc: Uint8Array): Promise<void> {
    for (const days of foldedDays(ipc)) {
      for (let day = 0; day < days.days; day++) {
        const count = readingsOf(days, day);
        if (count > this.readings.capacity) throw tooLong(count);
        if (this.readings.rows + count > this.readings.capacity) await this.writeRowGroup();
        this.readings.add(days, day);
        this.rowsTaken += count;
      }
    }
  }

  private async writeRowGroup(): Promise<void> {
    const { rows } = this.readings;
    if (this.sink.bytesWritten === 0) await this.sink.write(MAGIC);
    const start = this.sink.bytesWritten;
    const numbers = await numberChunks(this.readings, writerProperties(this.options));
    const runs = this.codeRuns();
    const columns = [];
    let unpacked = 0n;
    for (const element of this.columns) {
      const chunk = numbers.get(element.name) ?? this.textChunkOf(element, runs);
      columns.push({ file_offset: 0n, meta_data: movedBy(chunk.metadata, BigInt(this.sink.bytesWritten)) });
      unpacked += chunk.metadata.total_uncompressed_size;
      await this.sink.write(chunk.bytes.slice());
    }
    this.rowGroups.push({
      columns,
      total_byte_size: unpacked,
      num_rows: BigInt(rows),
      file_offset: BigInt(start),
      total_compressed_size: BigInt(this.sink.bytesWritten - start),
    });
    this.readings.rows = 0;
  }

  private codeRuns(): Record<CodedColumn, Runs> {
    const { readings } = this;
    const of = (column: CodedColumn) => runsOf(readings[column].subarray(0, readings.rows));
    return {
      series_id: of('series_id'),
      source_id: of('source_id'),
      quality: of('quality'),
      quality_rule: of('quality_rule'),
    };
  }

  private textChunkOf(element: SchemaElement, runs: Record<CodedColumn, Runs>): ColumnChunk {
    const { name } = element;
    const isBounded = BOUNDED.includes(name);
    if (name === 'quality') {
      return textChunk({ element, isBounded, codes: runs.quality, textOf: (code) => QUALITIES[code]! });
    }
    if (name === 'quality_rule') {
      const { rules } = this.readings;
      return textChunk({ element, isBounded, codes: runs.quality_rule, textOf: (code) => rules[code]! });
    }
    const coding = this.codings.find(({ texts }) => name in texts);
    if (!coding) throw new Error(`nothing says what ${name} is`);
    const texts = coding.texts[name]!;
    const textOf = (code: number) => {
      const text = texts[coding.places.get(code) ?? -1];
      if (text === undefined) throw new Error(`a code of ${coding.column} has no text`);
      return text;
    };
    return textChunk({ element, isBounded, codes: runs[coding.column], textOf });
  }

  private async writeFooter(): Promise<void> {
    const writer = new ByteWriter();
    const footer = { ...this.footer, num_rows: BigInt(this.rowsTaken), row_groups: this.rowGroups };
    writeMetadata(writer, footer, Infinity);
    writer.appendBytes(MAGIC);
    await this.sink.write(writer.getBytes().slice());
  }
}

function tooLong(readings: number): AppError {
  return new AppError('EXPORT_MISMATCH', {
    cause: `${readings} readings in one day, more than were announced`,
  });
}

/** A whole file without a row: it has the columns, what Arrow says of them, and the metadata. */
function emptyFile(options: FoldedWriteOptions): Uint8Array<ArrayBuffer> {
  const columns = options.columns.map((name) => emptyColumn(NUMBER_TYPES[name]));
  const fields = columns.map(({ type }, place) => new Field(options.columns[place]!, type, true));
  const schema = new Schema(fields);
  const struct = makeData({ type: new Struct(fields), length: 0, children: columns });
  const ipc = tableToIPC(new ArrowTable(schema, [new RecordBatch(schema, struct)]), 'stream');
  return writeParquet(Table.fromIPCStream(ipc), writerProperties(options)) as Uint8Array<ArrayBuffer>;
}

/** Without a type it is for texts, which Arrow shall have as a dictionary: then they are short in memory too. */
function emptyColumn(type: DataType | undefined): Data {
  if (type) return makeData({ type: type as Int32, length: 0 });
  const dictionary = makeVector(makeData({ type: new Utf8(), length: 0 }));
  return makeData({ type: new Dictionary(new Utf8(), new Int32()), length: 0, dictionary });
}

/**
 * The library that writes the footer gives the width of an integer in a form that others refuse. The older name of
 * the type, which stands beside it, says the same.
 */
function withoutIntegerWidth({ logical_type, ...element }: SchemaElement): SchemaElement {
  return logical_type && logical_type.type !== 'INTEGER' ? { ...element, logical_type } : element;
}

function writerProperties({ keyValueMetadata, rowGroupRows }: FoldedWriteOptions): WriterProperties {
  let builder = new WriterPropertiesBuilder()
    .setCreatedBy(CREATED_BY)
    .setCompression(Compression.ZSTD)
    .setDictionaryEnabled(true)
    .setStatisticsEnabled(EnabledStatistics.Chunk)
    .setKeyValueMetadata(new Map(Object.entries(keyValueMetadata)))
    .setMaxRowGroupSize(rowGroupRows);
  for (const name of STEADY) {
    builder = builder
      .setColumnDictionaryEnabled(name, false)
      .setColumnEncoding(name, Encoding.DELTA_BINARY_PACKED);
  }
  for (const name of PLAIN) builder = builder.setColumnDictionaryEnabled(name, false);
  return builder.build();
}
