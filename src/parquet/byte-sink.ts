/** Bytes gathered before they leave wasm's neighbourhood: for a Blob, which the browser may keep on disk, or for a file. */
const PART_BYTES = 8 * 1024 * 1024;

/** Where an encoded file goes as it comes into being. */
export interface ByteSink {
  readonly bytesWritten: number;
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Everything that was written, to be read back. */
  close(): Promise<Blob>;
  /** Takes everything back. */
  discard(): Promise<void>;
}

/** A Blob built of parts, or the person's file where there is one. */
export async function openSink(target: FileSystemFileHandle | null, mediaType: string): Promise<ByteSink> {
  if (!target) return new BlobSink(mediaType);
  // The browser writes beside the file and puts it in place when it is closed: until then the place is as it was.
  return new FileSink(target, await target.createWritable());
}

abstract class GatheringSink {
  bytesWritten = 0;
  private chunks: Uint8Array<ArrayBuffer>[] = [];
  private gathered = 0;

  async write(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    this.chunks.push(bytes);
    this.gathered += bytes.byteLength;
    this.bytesWritten += bytes.byteLength;
    if (this.gathered >= PART_BYTES) await this.hand();
  }

  protected async hand(): Promise<void> {
    const part = new Blob(this.chunks);
    this.chunks = [];
    this.gathered = 0;
    await this.takePart(part);
  }

  protected abstract takePart(part: Blob): Promise<void>;
}

class BlobSink extends GatheringSink implements ByteSink {
  private readonly parts: Blob[] = [];

  constructor(private readonly mediaType: string) {
    super();
  }

  protected takePart(part: Blob): Promise<void> {
    this.parts.push(part);
    return Promise.resolve();
  }

  async close(): Promise<Blob> {
    await this.hand();
    return new Blob(this.parts, { type: this.mediaType });
  }

  discard(): Promise<void> {
    return Promise.resolve();
  }
}

class FileSink extends GatheringSink implements ByteSink {
  constructor(
    private readonly target: FileSystemFileHandle,
    private readonly stream: FileSystemWritableFileStream,
  ) {
    super();
  }

  protected takePart(part: Blob): Promise<void> {
    return this.stream.write(part);
  }

  async close(): Promise<Blob> {
    await this.hand();
    await this.stream.close();
    return this.target.getFile();
  }

  discard(): Promise<void> {
    return this.stream.abort();
  }
}
