import {
  Compression,
  Encoding,
  EnabledStatistics,
  Table,
  transformParquetStream,
  writeParquet,
  WriterPropertiesBuilder,
  type RecordBatch,
  type WriterProperties,
} from 'parquet-wasm/esm';
import { AppError } from '../domain/app-error';
import { openFile } from './open-file';
import type { WriteOptions } from './parquet-codec';

const CREATED_BY = 'Meterfold';
const MEDIA_TYPE = 'application/vnd.apache.parquet';
/** Bytes gathered before they leave wasm's neighbourhood for a Blob, which the browser may keep on disk. */
const PART_BYTES = 8 * 1024 * 1024;

/**
 * Writes one Parquet file from Arrow IPC streams. The library drops batches that
 * it cannot write without a word, so the rows in the finished footer are held
 * against the rows taken in.
 */
export class FileWriter {
  private readonly intake = new TransformStream<RecordBatch, RecordBatch>();
  private readonly sink = this.intake.writable.getWriter();
  private readonly output: Promise<Blob>;
  private latest: Promise<void> = Promise.resolve();
  private rowsTaken = 0;
  /** The schema of the first stream, for a file without rows. */
  private emptyTable: Table | null = null;

  constructor(private readonly options: WriteOptions) {
    this.output = this.encode();
    this.output.catch(() => undefined);
  }

  /** Takes one complete IPC stream; resolves when the encoder has taken its last batch. Overlapping calls keep their order. */
  append(ipc: Uint8Array): Promise<void> {
    this.latest = this.latest.then(() => this.takeStream(ipc));
    return this.latest;
  }

  /** @throws AppError EXPORT_MISMATCH when the file does not hold every row taken in */
  async finish(): Promise<Blob> {
    if (this.rowsTaken === 0) return this.writeEmpty();
    await this.sink.close();
    const blob = await this.output;
    const written = await openFile(blob);
    written.library.free();
    if (written.inspection.rows !== this.rowsTaken) {
      throw new AppError('EXPORT_MISMATCH', {
        cause: `${this.rowsTaken} rows given to the Parquet writer, ${written.inspection.rows} written`,
      });
    }
    return blob;
  }

  private async takeStream(ipc: Uint8Array): Promise<void> {
    const table = Table.fromIPCStream(ipc);
    const batches = table.recordBatches();
    if (this.rowsTaken === 0 && !this.emptyTable) this.emptyTable = table;
    else table.free();
    for (const batch of batches) {
      if (batch.numRows === 0) batch.free();
      else await this.take(batch);
    }
  }

  private async take(batch: RecordBatch): Promise<void> {
    this.emptyTable?.free();
    this.emptyTable = null;
    this.rowsTaken += batch.numRows;
    const stopped = this.output.then(() => {
      throw new AppError('ENGINE_LOST', { cause: 'the Parquet writer stopped early' });
    });
    await Promise.race([this.sink.write(batch), stopped]);
  }

  private async encode(): Promise<Blob> {
    const encoded = await transformParquetStream(this.intake.readable, writerProperties(this.options));
    return gather(encoded as ReadableStream<Uint8Array<ArrayBuffer>>);
  }

  private writeEmpty(): Blob {
    if (!this.emptyTable)
      throw new AppError('EXPORT_MISMATCH', { cause: 'nothing was given to the Parquet writer' });
    const bytes = writeParquet(this.emptyTable, writerProperties(this.options)) as Uint8Array<ArrayBuffer>;
    this.emptyTable = null;
    return new Blob([bytes], { type: MEDIA_TYPE });
  }
}

function writerProperties(options: WriteOptions): WriterProperties {
  const builder = new WriterPropertiesBuilder()
    .setCreatedBy(CREATED_BY)
    .setCompression(Compression.ZSTD)
    .setDictionaryEnabled(true)
    .setStatisticsEnabled(EnabledStatistics.Page)
    .setMaxRowGroupSize(options.rowGroupRows)
    .setKeyValueMetadata(new Map(Object.entries(options.keyValueMetadata)));
  return options.steadyColumns
    .reduce(
      (properties, name) =>
        properties
          .setColumnDictionaryEnabled(name, false)
          .setColumnEncoding(name, Encoding.DELTA_BINARY_PACKED),
      builder,
    )
    .build();
}

async function gather(encoded: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Blob> {
  const parts: Blob[] = [];
  let chunks: Uint8Array<ArrayBuffer>[] = [];
  let gathered = 0;
  const reader = encoded.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (value) {
      chunks.push(value);
      gathered += value.byteLength;
    }
    if (done || gathered >= PART_BYTES) {
      parts.push(new Blob(chunks));
      chunks = [];
      gathered = 0;
    }
    if (done) return new Blob(parts, { type: MEDIA_TYPE });
  }
}
