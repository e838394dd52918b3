import { Zip, ZipPassThrough } from 'fflate';
import { AppError } from '../domain/app-error';

/** A file inside a zip. */
export interface ZipEntry {
  /** With its folder, as `month=2022-01/meters.parquet`. */
  path: string;
  blob: Blob;
}

/** The form of a zip that every reader takes has 32 bits for a length. */
const MOST_BYTES = 2 ** 32 - 2 ** 24;
const PIECE_BYTES = 8 * 1024 * 1024;

/**
 * Puts files into one zip.
 * @throws AppError ZIP_TOO_LARGE
 */
export async function zipOf(
  entries: readonly ZipEntry[],
  { signal }: { signal: AbortSignal },
): Promise<Blob> {
  const bytes = entries.reduce((sum, { blob }) => sum + blob.size, 0);
  if (bytes > MOST_BYTES) throw new AppError('ZIP_TOO_LARGE');
  const pieces = new BlobPieces();
  const zip = new Zip(pieces.take);
  for (const { path, blob } of entries) {
    const entry = new PackedEntry(path);
    zip.add(entry);
    for await (const chunk of chunksOf(blob, signal)) {
      entry.push(chunk);
      await entry.room();
    }
    entry.push(new Uint8Array(0), true);
    await entry.packed;
  }
  zip.end();
  return new Blob(pieces.finish(), { type: 'application/zip' });
}

/** An entry that the browser packs: its own packer is quicker than one in a script, and no part of the page. */
class PackedEntry extends ZipPassThrough {
  /** Settles once all of it has been handed on. */
  readonly packed: Promise<void>;
  private readonly packer = new CompressionStream('deflate-raw');
  private readonly input = this.packer.writable.getWriter();

  constructor(path: string) {
    super(path);
    this.compression = DEFLATED;
    this.packed = this.handOn();
    this.packed.catch(() => undefined);
  }

  /** Waits until the packer takes more, so that no file is held whole. */
  async room(): Promise<void> {
    await this.input.ready;
  }

  protected override process(chunk: Uint8Array, isLast: boolean): void {
    if (chunk.length > 0) this.input.write(chunk as Uint8Array<ArrayBuffer>).catch(() => undefined);
    if (isLast) this.input.close().catch(() => undefined);
  }

  private async handOn(): Promise<void> {
    const reader = this.packer.readable.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      this.ondata(null, value ?? new Uint8Array(0), done);
      if (done) return;
    }
  }
}

/** The number of the packing in a zip's records. */
const DEFLATED = 8;

/** Bytes gathered into Blobs, which the browser may keep on disk. */
class BlobPieces {
  private readonly blobs: Blob[] = [];
  private waiting: Uint8Array<ArrayBuffer>[] = [];
  private waitingBytes = 0;

  take = (trouble: Error | null, chunk: Uint8Array): void => {
    if (trouble) throw trouble;
    this.waiting.push(chunk as Uint8Array<ArrayBuffer>);
    this.waitingBytes += chunk.length;
    if (this.waitingBytes > PIECE_BYTES) this.settle();
  };

  finish(): Blob[] {
    this.settle();
    return this.blobs;
  }

  private settle(): void {
    this.blobs.push(new Blob(this.waiting));
    this.waiting = [];
    this.waitingBytes = 0;
  }
}

async function* chunksOf(
  blob: Blob,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  const reader = blob.stream().getReader();
  for (;;) {
    signal.throwIfAborted();
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

/** Places of the fields in a zip's own records, in bytes. */
const END = { signature: 0x06054b50, bytes: 22, count: 10, directoryAt: 16 };
const ENTRY = {
  signature: 0x02014b50,
  bytes: 46,
  packedBytes: 20,
  name: 28,
  extra: 30,
  comment: 32,
  offset: 42,
};
const LOCAL = { bytes: 30, name: 26, extra: 28 };

/**
 * The files of a zip in the order of its directory, each unpacked by the browser when its turn comes: not
 * the library that wrote it, so that the check means something.
 * @throws AppError EXPORT_MISMATCH when it is no whole zip
 */
export async function* unzipped(zip: Blob): AsyncGenerator<ZipEntry, void, undefined> {
  const end = await viewOf(zip, zip.size - END.bytes, END.bytes);
  if (end.getUint32(0, true) !== END.signature) throw broken('no end');
  let at = end.getUint32(END.directoryAt, true);
  for (let left = end.getUint16(END.count, true); left > 0; left--) {
    const entry = await viewOf(zip, at, ENTRY.bytes);
    if (entry.getUint32(0, true) !== ENTRY.signature) throw broken('no entry');
    const nameBytes = entry.getUint16(ENTRY.name, true);
    const path = await zip.slice(at + ENTRY.bytes, at + ENTRY.bytes + nameBytes).text();
    const localAt = entry.getUint32(ENTRY.offset, true);
    const local = await viewOf(zip, localAt, LOCAL.bytes);
    const from =
      localAt + LOCAL.bytes + local.getUint16(LOCAL.name, true) + local.getUint16(LOCAL.extra, true);
    const packed = zip.slice(from, from + entry.getUint32(ENTRY.packedBytes, true));
    const unpacked = packed.stream().pipeThrough(new DecompressionStream('deflate-raw'));
    yield { path, blob: await new Response(unpacked).blob() };
    at += ENTRY.bytes + nameBytes + entry.getUint16(ENTRY.extra, true) + entry.getUint16(ENTRY.comment, true);
  }
}

async function viewOf(zip: Blob, from: number, bytes: number): Promise<DataView> {
  const found = await zip.slice(Math.max(0, from), from + bytes).arrayBuffer();
  if (from < 0 || found.byteLength < bytes) throw broken('cut short');
  return new DataView(found);
}

const broken = (what: string): AppError => new AppError('EXPORT_MISMATCH', { cause: `the zip has ${what}` });
