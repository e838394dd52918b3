import { RecordBatchFileWriter, RecordBatchReader, Schema, tableFromIPC } from 'apache-arrow';
import type { RecordBatch } from 'apache-arrow';

const MEDIA_TYPE = 'application/vnd.apache.arrow.file';

/** Writes one Arrow IPC file (Feather V2) from Arrow IPC streams of the same columns. */
export class ArrowFileWriter {
  private readonly writer = new RecordBatchFileWriter();
  private readonly parts: Promise<BlobPart[]>;
  private schema: Schema | null = null;
  private readonly metadata: Readonly<Record<string, string>>;
  rows = 0;

  constructor(metadata: Readonly<Record<string, string>>) {
    this.metadata = metadata;
    this.parts = this.gather();
    this.parts.catch(() => undefined);
  }

  append(ipc: Uint8Array): void {
    const { schema, batches } = tableFromIPC(ipc);
    if (!this.schema) {
      this.schema = new Schema(schema.fields, new Map(Object.entries(this.metadata)));
      this.writer.reset(undefined, this.schema);
    }
    for (const batch of batches) {
      if (batch.numRows === 0) continue;
      this.writer.write(batch);
      this.rows += batch.numRows;
    }
  }

  async finish(): Promise<Blob> {
    this.writer.finish();
    this.writer.close();
    return new Blob(await this.parts, { type: MEDIA_TYPE });
  }

  /** Parts leave for Blobs, which the browser may keep on disk. */
  private async gather(): Promise<BlobPart[]> {
    const parts: BlobPart[] = [];
    for await (const part of this.writer) parts.push(new Blob([part as Uint8Array<ArrayBuffer>]));
    return parts;
  }
}

/** Reads an Arrow IPC file back, batch by batch, without holding it whole. */
export async function* readArrowFile(blob: Blob): AsyncGenerator<RecordBatch, void, undefined> {
  const opening = RecordBatchReader.from(fileHandleOf(blob) as unknown as Promise<AsyncIterable<Uint8Array>>);
  const reader = await (await opening).open();
  for await (const batch of reader) yield batch;
}

/** A blob as the library's idea of a file. */
function fileHandleOf(blob: Blob) {
  return {
    fd: 0,
    stat: () => Promise.resolve({ size: blob.size }),
    close: () => Promise.resolve(),
    read: async (buffer: Uint8Array, offset: number, length: number, position: number) => {
      const bytes = new Uint8Array(await blob.slice(position, position + length).arrayBuffer());
      buffer.set(bytes, offset);
      return { buffer, bytesRead: bytes.length };
    },
  };
}
