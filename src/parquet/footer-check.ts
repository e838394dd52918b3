/**
 * Looks at a file's frame and footer before the Parquet library sees them: the
 * library aborts, allocates without bound or runs for minutes on hostile
 * footers, and cannot tell an encrypted column from a damaged one.
 */
import { AppError, type AppErrorCode } from '../domain/app-error';

const MAGIC = 'PAR1';
const ENCRYPTED_MAGIC = 'PARE';
const TAIL_BYTES = 8;
const SMALLEST_FILE_BYTES = MAGIC.length + TAIL_BYTES;
const MAX_FOOTER_BYTES = 256 * 1024 * 1024;
const MAX_DEPTH = 32;
const ENCRYPTION_ALGORITHM_FIELD = 8;

/** Type numbers of Thrift's compact protocol. */
const ThriftType = {
  stop: 0,
  true: 1,
  false: 2,
  byte: 3,
  i16: 4,
  i32: 5,
  i64: 6,
  double: 7,
  binary: 8,
  list: 9,
  set: 10,
  map: 11,
  struct: 12,
  uuid: 13,
} as const;

/**
 * Reads a few bytes at both ends, then the footer, and walks it.
 * @returns the length of the footer in bytes
 * @throws AppError FILE_EMPTY, NOT_PARQUET, FILE_TRUNCATED, FILE_ENCRYPTED, FILE_DAMAGED; a failing Blob read as it is
 */
export async function checkFrame(file: Blob): Promise<number> {
  if (file.size === 0) throw new AppError('FILE_EMPTY');
  const head = await readText(file.slice(0, MAGIC.length));
  const tail = new DataView(await file.slice(Math.max(0, file.size - TAIL_BYTES)).arrayBuffer());
  const foot = tail.byteLength === TAIL_BYTES ? text(tail, TAIL_BYTES - MAGIC.length) : '';
  const refusal = judgeMagic(head, foot, file.size);
  if (refusal) throw new AppError(refusal);

  const footerBytes = tail.getUint32(0, true);
  const footerStart = file.size - TAIL_BYTES - footerBytes;
  if (footerStart < MAGIC.length) {
    throw new AppError('FILE_TRUNCATED', {
      cause: `footer of ${footerBytes} bytes in a file of ${file.size}`,
    });
  }
  if (footerBytes > MAX_FOOTER_BYTES) {
    throw new AppError('FILE_DAMAGED', { cause: `footer of ${footerBytes} bytes` });
  }
  checkFooter(new Uint8Array(await file.slice(footerStart, file.size - TAIL_BYTES).arrayBuffer()));
  return footerBytes;
}

/** The error that the first and last four bytes and the size call for, or null. */
export function judgeMagic(head: string, foot: string, size: number): AppErrorCode | null {
  if (foot === ENCRYPTED_MAGIC) return 'FILE_ENCRYPTED';
  if (head === MAGIC && (foot !== MAGIC || size < SMALLEST_FILE_BYTES)) return 'FILE_TRUNCATED';
  if (head === ENCRYPTED_MAGIC) return 'FILE_TRUNCATED';
  if (head !== MAGIC) return 'NOT_PARQUET';
  return null;
}

/**
 * Walks a footer (Thrift's compact protocol) without building anything. Every
 * value takes one byte at least, so whatever sizes are announced, the walk ends
 * with the bytes.
 * @throws AppError FILE_DAMAGED when sizes or nesting cannot be true, FILE_ENCRYPTED when columns are encrypted
 */
export function checkFooter(footer: Uint8Array): void {
  const walker = new ThriftWalker(footer);
  if (walker.fieldsOfStruct().has(ENCRYPTION_ALGORITHM_FIELD)) throw new AppError('FILE_ENCRYPTED');
}

class ThriftWalker {
  private position = 0;
  private depth = 0;

  constructor(private readonly bytes: Uint8Array) {}

  /** Walks one struct and returns the ids of its own fields. */
  fieldsOfStruct(): Set<number> {
    if (++this.depth > MAX_DEPTH) throw damaged('nested too deeply');
    const fields = new Set<number>();
    let id = 0;
    for (;;) {
      const header = this.byte();
      const type = header & 0x0f;
      if (type === ThriftType.stop) break;
      const step = header >> 4;
      id = step === 0 ? unzigzag(this.varint()) : id + step;
      fields.add(id);
      if (type !== ThriftType.true && type !== ThriftType.false) this.value(type);
    }
    this.depth--;
    return fields;
  }

  private value(type: number): void {
    switch (type) {
      case ThriftType.true:
      case ThriftType.false:
      case ThriftType.byte:
        return this.skip(1);
      case ThriftType.i16:
      case ThriftType.i32:
      case ThriftType.i64:
        this.varint();
        return;
      case ThriftType.double:
        return this.skip(8);
      case ThriftType.uuid:
        return this.skip(16);
      case ThriftType.binary:
        return this.skip(this.varint());
      case ThriftType.list:
      case ThriftType.set:
        return this.list();
      case ThriftType.map:
        return this.map();
      case ThriftType.struct:
        this.fieldsOfStruct();
        return;
      default:
        throw damaged(`unknown type ${type}`);
    }
  }

  private list(): void {
    if (++this.depth > MAX_DEPTH) throw damaged('nested too deeply');
    const header = this.byte();
    const shortSize = header >> 4;
    const size = shortSize === 15 ? this.varint() : shortSize;
    for (let index = 0; index < size; index++) this.value(header & 0x0f);
    this.depth--;
  }

  private map(): void {
    if (++this.depth > MAX_DEPTH) throw damaged('nested too deeply');
    const size = this.varint();
    const types = size === 0 ? 0 : this.byte();
    for (let index = 0; index < size; index++) {
      this.value(types >> 4);
      this.value(types & 0x0f);
    }
    this.depth--;
  }

  private byte(): number {
    const value = this.bytes[this.position++];
    if (value === undefined) throw damaged('ends too early');
    return value;
  }

  private skip(count: number): void {
    if (count > this.bytes.length - this.position) throw damaged('ends too early');
    this.position += count;
  }

  /** An unsigned varint; beyond 2^53 inexact, which no size here can reach. */
  private varint(): number {
    let value = 0;
    for (let index = 0; index < 10; index++) {
      const part = this.byte();
      value += (part & 0x7f) * 2 ** (7 * index);
      if (part < 0x80) return value;
    }
    throw damaged('a number without end');
  }
}

function unzigzag(value: number): number {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}

function damaged(cause: string): AppError {
  return new AppError('FILE_DAMAGED', { cause: `footer: ${cause}` });
}

async function readText(part: Blob): Promise<string> {
  return text(new DataView(await part.arrayBuffer()), 0);
}

function text(view: DataView, start: number): string {
  let result = '';
  for (let index = start; index < view.byteLength; index++)
    result += String.fromCharCode(view.getUint8(index));
  return result;
}
