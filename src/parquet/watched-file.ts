import { AppError } from '../domain/app-error';

/** A read shorter than this brings the bytes behind it along: small row groups ask for thousands of them. */
const SMALL_READ_BYTES = 256 * 1024;
const READ_AHEAD_BYTES = 2 * 1024 * 1024;

interface Stretch {
  start: number;
  bytes: ArrayBuffer;
}

/**
 * Stands between a person's file and parquet-wasm, which knows only `size`,
 * `slice` and `arrayBuffer`. A Blob read that rejects makes the library crash
 * and wait for ever; this one reports the failure beside it instead, and the
 * library's own read stays pending until the worker is thrown away.
 */
export class WatchedFile {
  readonly size: number;
  /** Rejects with the first failed read. Never resolves. */
  readonly failure: Promise<never>;
  private fail: (reason: unknown) => void = () => undefined;
  private readAhead: Stretch | null = null;

  constructor(private readonly file: Blob) {
    this.size = file.size;
    this.failure = new Promise((_, reject) => {
      this.fail = reject;
    });
    this.failure.catch(() => undefined);
  }

  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> } {
    return { arrayBuffer: () => this.bytes(start, end) };
  }

  /** This file as the type the library asks for. */
  asBlob(): Blob {
    return this as unknown as Blob;
  }

  private async bytes(start: number, end: number): Promise<ArrayBuffer> {
    try {
      if (end > this.size) {
        throw new AppError('FILE_DAMAGED', { cause: `bytes ${start} to ${end} of a file of ${this.size}` });
      }
      if (end - start >= SMALL_READ_BYTES) return await this.file.slice(start, end).arrayBuffer();
      const stretch = this.stretchWith(start, end) ?? (await this.read(start));
      return stretch.bytes.slice(start - stretch.start, end - stretch.start);
    } catch (reason) {
      this.fail(reason);
      return new Promise<never>(() => undefined);
    }
  }

  private stretchWith(start: number, end: number): Stretch | null {
    const stretch = this.readAhead;
    return stretch && start >= stretch.start && end <= stretch.start + stretch.bytes.byteLength
      ? stretch
      : null;
  }

  private async read(start: number): Promise<Stretch> {
    const bytes = await this.file.slice(start, start + READ_AHEAD_BYTES).arrayBuffer();
    this.readAhead = { start, bytes };
    return this.readAhead;
  }
}
