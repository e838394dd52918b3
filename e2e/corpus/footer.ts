import { ByteWriter } from 'hyparquet-writer';
import { serializeTCompactProtocol } from 'hyparquet-writer/src/thrift.js';
import { deserializeTCompactProtocol } from 'hyparquet/src/thrift.js';

/** A Thrift value as hyparquet reads it: structs are `field_1`, `field_2`, … by id. */
export type Thrift = boolean | number | bigint | string | Uint8Array | Thrift[] | ThriftStruct;
export type ThriftStruct = { [field: `field_${number}`]: Thrift | undefined };

/** The data part and the parsed footer of a Parquet file. */
export interface ParquetParts {
  /** Everything before the footer, the leading magic included. */
  data: Uint8Array;
  footer: ThriftStruct;
}

/** Field ids of the Parquet footer that the corpus touches. */
export const FOOTER = {
  schema: 'field_2',
  rows: 'field_3',
  rowGroups: 'field_4',
  encryption: 'field_8',
} as const;
export const SCHEMA = { repetition: 'field_3', name: 'field_4' } as const;
export const ROW_GROUP = { columns: 'field_1', bytes: 'field_2', rows: 'field_3' } as const;
export const CHUNK = { offset: 'field_2', meta: 'field_3', crypto: 'field_8' } as const;
export const CHUNK_META = {
  path: 'field_3',
  codec: 'field_4',
  compressedSize: 'field_7',
  dataPage: 'field_9',
  dictionaryPage: 'field_11',
} as const;

/** Takes a plain Parquet file apart. */
export function takeApart(file: Uint8Array): ParquetParts {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const length = view.getUint32(file.length - 8, true);
  const start = file.length - 8 - length;
  return { data: file.slice(0, start), footer: readThrift(file, start).value };
}

/** Puts a file together again; `signature` bytes, if any, follow the footer inside its length. */
export function putTogether(
  { data, footer }: ParquetParts,
  signature: Uint8Array = new Uint8Array(),
): Uint8Array {
  const encoded = writeThrift(footer);
  return concat(data, encoded, signature, uint32(encoded.length + signature.length), magic('PAR1'));
}

/** Reads one struct; `end` is the offset after it. */
export function readThrift(bytes: Uint8Array, offset: number): { value: ThriftStruct; end: number } {
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset };
  const value: ThriftStruct = deserializeTCompactProtocol(reader);
  return { value, end: reader.offset };
}

export function writeThrift(struct: ThriftStruct): Uint8Array {
  const writer = new ByteWriter();
  serializeTCompactProtocol(writer, struct);
  return writer.getBytes();
}

/** The row groups of a footer. */
export function rowGroups(footer: ThriftStruct): ThriftStruct[] {
  return footer[FOOTER.rowGroups] as ThriftStruct[];
}

/** Every column chunk of a footer. */
export function chunks(footer: ThriftStruct): ThriftStruct[] {
  return rowGroups(footer).flatMap((group) => group[ROW_GROUP.columns] as ThriftStruct[]);
}

/** The metadata of a chunk. */
export function chunkMeta(chunk: ThriftStruct): ThriftStruct {
  return chunk[CHUNK.meta] as ThriftStruct;
}

/** Where a chunk's first page starts, dictionary page included, and how many bytes its pages take. */
export function chunkExtent(chunk: ThriftStruct): { start: number; length: number } {
  const meta = chunkMeta(chunk);
  const first = meta[CHUNK_META.dictionaryPage] ?? meta[CHUNK_META.dataPage];
  return { start: Number(first), length: Number(meta[CHUNK_META.compressedSize]) };
}

/** The first chunk whose path starts with a column's name. */
export function chunkOf(footer: ThriftStruct, column: string): ThriftStruct {
  const decoder = new TextDecoder();
  const found = chunks(footer).find((chunk) => {
    const path = chunkMeta(chunk)[CHUNK_META.path] as Uint8Array[];
    return decoder.decode(path[0]) === column;
  });
  if (!found) throw new Error(`no column ${column}`);
  return found;
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

export function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}

export function magic(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
