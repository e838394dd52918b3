import {
  Compression,
  EnabledStatistics,
  Table,
  transformParquetStream,
  writeParquet,
  WriterPropertiesBuilder,
  type RecordBatch,
  type WriterProperties,
} from 'parquet-wasm/esm';
import { AppError } from '../domain/app-error';
import { openSink, type ByteSink } from './byte-sink';
import { openFile } from './open-file';
import type { WriteOptions, WrittenSoFar } from './parquet-codec';
import type { RowGatherer } from './row-gatherer';

const CREATED_BY = 'Meterfold';
const MEDIA_TYPE = 'application/vnd.apache.parquet';

/**
 * Writes one Parquet file from Arrow IPC streams. The library drops batches that
 * it cannot write without a word, so the rows in the finished footer are held
 * against the rows taken in.
 */
export class FileWriter {
  private readonly intake = new TransformStream<RecordBatch, RecordBatch>();
  private readonly entry = this.intake.writable.getWriter();
  private readonly output: Promise<void>;
  private latest: Promise<void> = Promise.resolve();
  private rowsTaken = 0;

  private constructor(
    private readonly options: WriteOptions,
    private readonly gatherer: RowGatherer,
    private readonly sink: ByteSink,
  ) {
    this.output = this.encode();
    this.output.catch(() => undefined);
  }

  static async open(options: WriteOptions): Promise<FileWriter> {
    // Only writing needs Arrow's library: readers start without it.
    const { RowGatherer } = await import('./row-gatherer');
    return new FileWriter(options, new RowGatherer(), await openSink(options.target, MEDIA_TYPE));
  }

  get written(): WrittenSoFar {
    return { rows: this.rowsTaken, bytes: this.sink.bytesWritten };
  }

  /**
   * Takes one complete IPC stream; resolves when the encoder has taken what is ready of it. Overlapping
   * calls keep their order.
   */
  append(ipc: Uint8Array): Promise<void> {
    this.latest = this.latest.then(async () => {
      for (const ready of this.gatherer.take(ipc)) await this.takeStream(ready);
    });
    return this.latest;
  }

  /** @throws AppError EXPORT_MISMATCH when the file does not hold every row taken in */
  async finish(): Promise<Blob> {
    if (this.gatherer.holdsRows) await this.takeStream(this.gatherer.flush());
    if (this.rowsTaken === 0) return this.writeEmpty();
    await this.entry.close();
    await this.output;
    const blob = await this.sink.close();
    const written = await openFile(blob);
    written.library.free();
    if (written.inspection.rows !== this.rowsTaken) {
      throw new AppError('EXPORT_MISMATCH', {
        cause: `${this.rowsTaken} rows given to the Parquet writer, ${written.inspection.rows} written`,
      });
    }
    return blob;
  }

  /** Takes back what is written. */
  discard(): Promise<void> {
    return this.sink.discard();
  }

  private async takeStream(ipc: Uint8Array): Promise<void> {
    const table = Table.fromIPCStream(ipc);
    const batches = table.recordBatches();
    table.free();
    for (const batch of batches) {
      if (batch.numRows === 0) batch.free();
      else await this.take(batch);
    }
  }

  private async take(batch: RecordBatch): Promise<void> {
    this.rowsTaken += batch.numRows;
    const stopped = this.output.then(() => {
      throw new AppError('CODEC_LOST', { cause: 'the Parquet writer stopped early' });
    });
    await Promise.race([this.entry.write(batch), stopped]);
  }

  private async encode(): Promise<void> {
    const encoded = await transformParquetStream(this.intake.readable, writerProperties(this.options));
    const reader = (encoded as ReadableStream<Uint8Array<ArrayBuffer>>).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (value) await this.sink.write(value);
      if (done) return;
    }
  }

  private async writeEmpty(): Promise<Blob> {
    if (!this.gatherer.knowsColumns)
      throw new AppError('EXPORT_MISMATCH', { cause: 'nothing was given to the Parquet writer' });
    const table = Table.fromIPCStream(this.gatherer.flush());
    const bytes = writeParquet(table, writerProperties(this.options)) as Uint8Array<ArrayBuffer>;
    await this.sink.write(bytes);
    return this.sink.close();
  }
}

function writerProperties(options: WriteOptions): WriterProperties {
  return new WriterPropertiesBuilder()
    .setCreatedBy(CREATED_BY)
    .setCompression(Compression.ZSTD)
    .setDictionaryEnabled(true)
    .setStatisticsEnabled(EnabledStatistics.Page)
    .setMaxRowGroupSize(options.rowGroupRows)
    .setKeyValueMetadata(new Map(Object.entries(options.keyValueMetadata)))
    .build();
}
