import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { AppError, toAppError } from '../domain/app-error';
import type { NodeConnection } from '../engine/node-engine';
import { matchColumns, OPTIONAL_COLUMNS, READER_COLUMNS, REQUIRED_COLUMNS } from '../etl/input-contract';
import type { InputColumn } from '../etl/input-contract';
import { refuseTooLarge } from '../etl/memory-need';
import { SOURCE_BATCH } from '../etl/staging';
import { checkFrame } from '../parquet/footer-check';
import sourceColumns from './sql/source_columns.sql?raw';
import sourceSchema from './sql/source_schema.sql?raw';
import sourceSize from './sql/source_size.sql?raw';

const ARROW_WORDS: Record<string, string> = {
  VARCHAR: 'utf8',
  DATE: 'date32',
  TINYINT: 'int8',
  SMALLINT: 'int16',
  INTEGER: 'int32',
  BIGINT: 'int64',
  UTINYINT: 'uint8',
  USMALLINT: 'uint16',
  UINTEGER: 'uint32',
  UBIGINT: 'uint64',
  FLOAT: 'float32',
  DOUBLE: 'float64',
};

/**
 * Makes `source_batch` stand for a Parquet file on disk.
 * @returns its size, the rows that it announces and its columns
 * @throws AppError as the page's codec would
 */
export async function exposeSource(
  connection: NodeConnection,
  path: string,
  name: string,
): Promise<{ bytes: number; rows: number; columns: InputColumn[] }> {
  const bytes = await checkFile(path, name);
  await readable(name, async () => checkFrame(await openAsBlob(path)));
  const columns = await readColumns(connection, path, name);
  const matched = matchColumns(name, columns);
  const known = [...REQUIRED_COLUMNS, ...OPTIONAL_COLUMNS, ...READER_COLUMNS];
  const positions = known.map(
    (column) => [column, matched.find((match) => match.name === column)?.position ?? null] as const,
  );
  await connection.exposeParquet(SOURCE_BATCH, path, positions);
  const rows = await checkSize(connection, path, name);
  return { bytes, rows, columns };
}

/** Gives a failure while reading a native file the code that the page would give it. */
export function readingTrouble(thrown: unknown, name: string): AppError {
  const error = toAppError(thrown, 'FILE_DAMAGED', { file: name });
  if (error.code !== 'QUERY_FAILED') return error;
  const cause = error.detail.cause ?? '';
  const codec = /(?:unsupported|unrecognized|unknown)[^.]*?(?:codec|compression)[^A-Z]*([A-Z0-9_]+)?/i.exec(
    cause,
  );
  if (codec)
    return new AppError('CODEC_UNSUPPORTED', { file: name, cause, ...(codec[1] ? { codec: codec[1] } : {}) });
  return new AppError('FILE_DAMAGED', { file: name, cause });
}

async function checkSize(connection: NodeConnection, path: string, name: string): Promise<number> {
  const [size] = await connection.query<{ row_count: number; value_count: number }>(sourceSize, {
    parameters: { source_path: path },
  });
  if (!size || size.row_count === 0) throw new AppError('NO_ROWS', { file: name });
  refuseTooLarge(name, [{ rows: size.row_count, values: size.value_count }], [], totalmem());
  return size.row_count;
}

/** The size of a file that is there and can be read. @throws AppError FILE_UNREADABLE */
export async function checkFile(path: string, name: string): Promise<number> {
  return readable(name, async () => {
    const facts = await stat(path);
    if (!facts.isFile()) throw new AppError('FILE_UNREADABLE', { file: name, cause: 'not a file' });
    return facts.size;
  });
}

async function readable<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    const error = toAppError(thrown, 'FILE_UNREADABLE');
    throw new AppError(error.code, { ...error.detail, file: name });
  }
}

async function readColumns(connection: NodeConnection, path: string, name: string): Promise<InputColumn[]> {
  const parameters = { source_path: path };
  try {
    const nodes = await connection.query<{ name: string; child_count: number }>(sourceSchema, { parameters });
    const columns = await connection.query<{ column_name: string; column_type: string }>(sourceColumns, {
      parameters,
    });
    const names = topLevelNames(nodes);
    return columns.map((column, index) => ({
      name: names[index] ?? column.column_name,
      type: arrowWords(column.column_type),
    }));
  } catch (thrown) {
    throw readingTrouble(thrown, name);
  }
}

function topLevelNames(nodes: readonly { name: string; child_count: number }[]): string[] {
  const names: string[] = [];
  let next = 1;
  const skip = (): void => {
    const children = nodes[next++]?.child_count ?? 0;
    for (let child = 0; child < children; child++) skip();
  };
  while (next < nodes.length) {
    names.push(nodes[next]!.name);
    skip();
  }
  return names;
}

function arrowWords(type: string): string {
  const list = /^(.*)\[(\d*)\]$/s.exec(type);
  if (list) {
    const item = arrowWords(list[1]!);
    return list[2] ? `fixed_size_list<${item}>[${list[2]}]` : `list<${item}>`;
  }
  if (type.startsWith('ENUM(')) return 'utf8';
  const decimal = /^DECIMAL\((\d+),(\d+)\)$/.exec(type);
  if (decimal) return `decimal128(${decimal[1]}, ${decimal[2]})`;
  return ARROW_WORDS[type] ?? type.toLowerCase();
}
