import { AppError } from '../domain/app-error';
import { isNoValue, readNumber } from './cell-text';
import { nameRank } from './column-roles';
import { csvRows, guessForm, mode } from './csv-rows';
import type { CsvForm } from './csv-rows';
import { ROLES } from './input-mapping';
import { SAMPLE_ROWS } from './input-table';
import type { InputTable, TableBatch } from './input-table';

const HEAD_BYTES = 256 * 1024;
/** Lines that may stand above the header: a title, a period, a meter. */
const MAX_PREAMBLE = 30;

/**
 * A text file with delimiters as a table.
 * @throws AppError NOT_PARQUET for a text that is no table, NO_ROWS, ROW_BROKEN
 */
export async function openCsv(file: Blob, encoding: string): Promise<InputTable> {
  const head = new TextDecoder(encoding).decode(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const form = guessForm(head, encoding);
  const first = await firstRows(file, form);
  const { above, names } = findHeader(first);
  if (names.length < 2) throw new AppError('NOT_PARQUET', { cause: 'a text without columns' });
  if (first.length === above)
    throw new AppError(names.filter(isKnownName).length > 1 ? 'NO_ROWS' : 'NOT_PARQUET');
  const check = rowCheck(names.length, above);
  const sampleRows = first.slice(above, above + SAMPLE_ROWS);
  check(sampleRows, 0);
  const weight = sampleRows.reduce((sum, row) => sum + row.join(form.delimiter).length + 1, 0);
  const whole = first.length < above + SAMPLE_ROWS;
  return {
    container: 'csv',
    columns: names.map((name) => ({ name, type: 'utf8' })),
    rows: whole ? sampleRows.length : Math.ceil((file.size * sampleRows.length) / Math.max(1, weight)),
    rowsAreExact: whole,
    firstRowNumber: above + 1,
    sample: textBatch(sampleRows, 0),
    batches: async function* () {
      let skip = above;
      let firstRow = 0;
      for await (const rows of csvRows(file, form)) {
        const data = skip > 0 ? rows.slice(skip) : rows;
        skip = Math.max(0, skip - rows.length);
        if (data.length === 0) continue;
        check(data, firstRow);
        yield textBatch(data, firstRow);
        firstRow += data.length;
      }
    },
  };
}

const isKnownName = (name: string): boolean => ROLES.some((role) => nameRank(name, role) < Infinity);

function textBatch(rows: readonly string[][], firstRow: number): TableBatch {
  return {
    rows: rows.length,
    firstRow,
    cell: (row, column) => rows[row]?.[column] ?? null,
  };
}

async function firstRows(file: Blob, form: CsvForm): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const piece of csvRows(file, form)) {
    rows.push(...piece);
    if (rows.length >= SAMPLE_ROWS + MAX_PREAMBLE) break;
  }
  if (rows.length === 0) throw new AppError('NO_ROWS');
  return rows;
}

/** The line with the column names: the first that has as many fields as most lines have. */
function findHeader(rows: readonly string[][]): { above: number; names: string[] } {
  const usual = mode(rows.slice(0, 200).map((row) => row.length));
  const at = rows.slice(0, MAX_PREAMBLE).findIndex((row) => row.length >= usual);
  const header = rows[Math.max(0, at)] ?? [];
  if (!isHeader(header))
    return { above: Math.max(0, at), names: header.map((_, index) => `column ${index + 1}`) };
  // A delimiter at the end of each line makes a last column without a name.
  const names = header.map(
    (name, index) => name.trim() || (index === header.length - 1 ? '' : `column ${index + 1}`),
  );
  if (names.at(-1) === '') names.pop();
  return { above: Math.max(0, at) + 1, names };
}

/** Names are texts; a line that is mostly numbers and dates is data. */
function isHeader(fields: readonly string[]): boolean {
  const named = fields.filter((field) => !isNoValue(field));
  const values = named.filter(
    (field) => readNumber(field, '.') !== undefined || /^\d{4}-\d{2}-\d{2}[T ]/.test(field),
  );
  // Slot columns may be named 1 to 24, but then a word stands before them.
  return named.length > 0 && readNumber(named[0]!, '.') === undefined && values.length < named.length;
}

/** Refuses a row with more or fewer fields than there are columns. */
function rowCheck(columns: number, above: number): (rows: readonly string[][], firstRow: number) => void {
  return (rows, firstRow) => {
    const at = rows.findIndex(
      (row) => row.length < columns || row.slice(columns).some((field) => field.trim() !== ''),
    );
    if (at < 0) return;
    throw new AppError('ROW_BROKEN', {
      row: firstRow + at + above + 1,
      cause: `${rows[at]!.length} fields, ${columns} columns`,
    });
  };
}
