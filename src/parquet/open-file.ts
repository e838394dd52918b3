import { Compression, ParquetFile, type ParquetMetaData } from 'parquet-wasm/esm';
import { AppError } from '../domain/app-error';
import { describeType, readSchemaNode, type SchemaNode } from './arrow-types';
import { checkFrame } from './footer-check';
import type { FoundColumn, ParquetInspection } from './parquet-codec';
import { loadWasm } from './wasm-module';
import { WatchedFile } from './watched-file';

/** What parquet-wasm 0.8 decodes, LZ4 in the framings of Hadoop and of the old C++ writers included. */
const DECODABLE: readonly Compression[] = [
  Compression.UNCOMPRESSED,
  Compression.SNAPPY,
  Compression.GZIP,
  Compression.BROTLI,
  Compression.LZ4,
  Compression.ZSTD,
  Compression.LZ4_RAW,
];

interface ColumnChunk {
  /** Path of the leaf, the top-level column first. */
  path: string[];
  compression: Compression;
  values: number;
  unpackedBytes: number;
}

/** An opened file. `free` when done with it. */
export interface OpenFile {
  library: ParquetFile;
  source: WatchedFile;
  inspection: ParquetInspection;
  groupRows: number[];
  /** The leaf columns in file order. */
  leafPaths: string[][];
  /** What one text of the first row group can weigh at most: a dictionary of one long text stands for many rows. */
  longestTextBytes: number;
}

/**
 * Checks a file's frame and footer, then opens it.
 * @throws AppError FILE_EMPTY, NOT_PARQUET, FILE_TRUNCATED, FILE_DAMAGED, FILE_ENCRYPTED, CODEC_UNSUPPORTED; or whatever the library threw
 */
export async function openFile(file: Blob): Promise<OpenFile> {
  const footerBytes = await checkFrame(file);
  const memory = await loadWasm();
  const source = new WatchedFile(file);
  const library = await Promise.race([ParquetFile.fromFile(source.asBlob()), source.failure]);
  const metadata = library.metadata();
  const facts = readRowGroups(metadata, file.size - footerBytes);
  const about = metadata.fileMetadata();
  const inspection: ParquetInspection = {
    bytes: file.size,
    rows: about.numRows(),
    rowGroups: facts.groupRows.length,
    columns: readColumns(library, memory),
    valuesByColumn: Object.fromEntries(facts.values),
    keyValueMetadata: Object.fromEntries(about.keyValueMetadata()) as Record<string, string>,
  };
  about.free();
  metadata.free();
  checkRows(inspection.rows, facts.groupRows);
  const texts = new Set(
    inspection.columns.filter(({ type }) => /utf8|binary/.test(type)).map(({ name }) => name),
  );
  const longestTextBytes = facts.chunks.reduce(
    (most, { path, unpackedBytes }) => (texts.has(path[0] ?? '') ? Math.max(most, unpackedBytes) : most),
    0,
  );
  const { groupRows } = facts;
  const leafPaths = facts.chunks.map(({ path }) => path);
  return { library, source, inspection, groupRows, leafPaths, longestTextBytes };
}

function checkRows(rows: number, groupRows: readonly number[]): void {
  const sum = groupRows.reduce((total, count) => total + count, 0);
  const possible = groupRows.every((count) => Number.isSafeInteger(count) && count >= 0);
  if (possible && sum === rows) return;
  throw new AppError('FILE_DAMAGED', { cause: `footer: ${rows} rows, ${sum} in the row groups` });
}

function readColumns(library: ParquetFile, memory: WebAssembly.Memory): FoundColumn[] {
  const schema = library.schema().intoFFI();
  try {
    return readSchemaNode(memory, schema.addr()).children.map((node: SchemaNode) => ({
      name: node.name,
      type: describeType(node),
    }));
  } finally {
    schema.free();
  }
}

/** Goes through the row groups once; `chunks` are those of the first. @param dataBytes how many bytes a row group can have at most */
function readRowGroups(metadata: ParquetMetaData, dataBytes: number) {
  const groupRows: number[] = [];
  const values = new Map<string, number>();
  let firstChunks: ColumnChunk[] = [];
  for (let index = 0; index < metadata.numRowGroups(); index++) {
    const group = metadata.rowGroup(index);
    groupRows.push(group.numRows());
    checkFits(group.compressedSize(), dataBytes);
    const chunks = readColumnChunks(group.columns());
    group.free();
    refuseUndecodable(chunks);
    countValues(values, chunks);
    if (index === 0) firstChunks = chunks;
  }
  return { groupRows, values, chunks: firstChunks };
}

function checkFits(groupBytes: number, dataBytes: number): void {
  if (groupBytes <= dataBytes) return;
  throw new AppError('FILE_DAMAGED', { cause: `${groupBytes} bytes of data announced, ${dataBytes} there` });
}

function readColumnChunks(
  chunks: ReturnType<ReturnType<ParquetMetaData['rowGroup']>['columns']>,
): ColumnChunk[] {
  return chunks.map((chunk) => {
    const facts = {
      path: chunk.columnPath(),
      compression: chunk.compression(),
      values: chunk.numValues(),
      unpackedBytes: chunk.uncompressedSize(),
    };
    chunk.free();
    return facts;
  });
}

function refuseUndecodable(chunks: readonly ColumnChunk[]): void {
  const chunk = chunks.find(({ compression }) => !DECODABLE.includes(compression));
  if (!chunk) return;
  throw new AppError('CODEC_UNSUPPORTED', {
    codec: Compression[chunk.compression],
    column: chunk.path[0] ?? '',
  });
}

/** Adds the values of each top-level column; a struct counts the values of its first leaf. */
function countValues(values: Map<string, number>, chunks: readonly ColumnChunk[]): void {
  const counted = new Set<string>();
  for (const { path, values: count } of chunks) {
    const column = path[0];
    if (column === undefined || counted.has(column)) continue;
    counted.add(column);
    values.set(column, (values.get(column) ?? 0) + count);
  }
}
