import { AppError } from '../domain/app-error';
import type { ColumnMismatch } from '../domain/app-error';
import { ARRAY_FIGURES } from '../domain/array-figures';
import { TEXT_CODE } from '../domain/text-code';

/** A column of a file, its type in Arrow's words. */
export interface InputColumn {
  name: string;
  type: string;
}

/** The columns of the input contract in the order in which SQL names them. */
export const REQUIRED_COLUMNS = [
  'client_id',
  'date',
  'ext_dev_ref',
  'energy_consumption',
  'resolution',
] as const;
export const OPTIONAL_COLUMNS = ['fuel', 'channel', 'unit'] as const;
/** The columns whose texts tell the rows apart, and without which a row is of nobody and no day. */
export const TEXT_COLUMNS = ['client_id', 'ext_dev_ref', 'fuel', 'channel', 'unit', 'resolution'] as const;
export const KEY_COLUMNS = ['client_id', 'ext_dev_ref', 'date'] as const;
/** Columns that only our own readers fill; a file's column of that name is not taken for one. */
export const READER_COLUMNS = ['source_row', 'set_aside_as', 'flags', ...ARRAY_FIGURES, TEXT_CODE] as const;

/** The columns that staging reads and a batch of these lacks. */
export const absentFrom = (names: readonly string[]): string[] =>
  [...REQUIRED_COLUMNS, ...OPTIONAL_COLUMNS, ...READER_COLUMNS].filter((name) => !names.includes(name));

/** Half floats and 256-bit decimals are left out: the engine cannot take them in. */
const NUMBER = /^(u?int(8|16|32|64)|float(32|64)|decimal(32|64|128)?\(.*\))$/;
const TEXT = /^((large_)?utf8(_view)?|dictionary<u?int\d+, (large_)?utf8(_view)?>)$/;
const DATE = /^date(32|64)$/;
const LIST = /^(list|large_list|list_view|large_list_view|fixed_size_list)<(.+)>(\[\d+\])?$/;

const EXPECTED: Record<string, string> = {
  client_id: 'text',
  date: 'date',
  ext_dev_ref: 'text',
  energy_consumption: 'list of numbers',
  resolution: 'text',
  fuel: 'text',
  channel: 'text',
  unit: 'text',
};

/** The file's columns that the contract knows, by position, in file order. */
export interface MatchedColumn {
  name: string;
  position: number;
}

/**
 * Matches a file's columns to the input contract.
 * @throws AppError COLUMN_MISSING, COLUMN_TYPE, COLUMN_AMBIGUOUS, each with found versus expected
 */
export function matchColumns(file: string, columns: readonly InputColumn[]): MatchedColumn[] {
  const found = columns.map((column) => `${column.name}: ${column.type}`);
  const known: string[] = [...REQUIRED_COLUMNS, ...OPTIONAL_COLUMNS];
  const twice = known.find((name) => columns.filter((column) => column.name === name).length > 1);
  if (twice !== undefined) throw new AppError('COLUMN_AMBIGUOUS', { file, column: twice, found });
  const missing = REQUIRED_COLUMNS.filter((name) => !columns.some((column) => column.name === name));
  if (missing.length > 0) throw new AppError('COLUMN_MISSING', { file, found, columns: missing.map(absent) });
  const wrong = columns.filter((column) => known.includes(column.name) && !fits(column));
  if (wrong.length > 0) throw new AppError('COLUMN_TYPE', { file, found, columns: wrong.map(mismatch) });
  return columns.flatMap((column, position) =>
    known.includes(column.name) ? [{ name: column.name, position }] : [],
  );
}

function fits(column: InputColumn): boolean {
  if (column.name === 'date') return DATE.test(column.type);
  if (column.name !== 'energy_consumption') return TEXT.test(column.type);
  const item = LIST.exec(column.type)?.[2];
  return item !== undefined && NUMBER.test(item);
}

function absent(name: string): ColumnMismatch {
  return { column: name, expected: EXPECTED[name] ?? 'text', found: null };
}

function mismatch(column: InputColumn): ColumnMismatch {
  return { column: column.name, expected: EXPECTED[column.name] ?? 'text', found: column.type };
}
