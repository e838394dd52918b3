import Papa from 'papaparse';
import { AppError } from '../domain/app-error';
import { textPieces } from './text-stream';

/** A row longer than this is a quotation mark that was never closed. */
const MAX_ROW_CHARACTERS = 4 * 1024 * 1024;

export interface CsvForm {
  delimiter: string;
  newline: '\r\n' | '\n' | '\r';
  encoding: string;
}

/** Papa Parse's own description of what its parser returns is `any`. */
interface Parsed {
  data: string[][];
  errors: { code: string; message: string; row?: number }[];
  /** `cursor`: how far the text has been taken. */
  meta: { cursor: number };
}

const DELIMITERS = [',', ';', '\t', '|'];

/** The delimiter and line ends of a text, from its first lines. */
export function guessForm(head: string, encoding: string): CsvForm {
  const newline = head.includes('\r\n')
    ? '\r\n'
    : head.includes('\n')
      ? '\n'
      : head.includes('\r')
        ? '\r'
        : '\n';
  const lines = head
    .split(newline)
    .filter((line) => line.trim() !== '')
    .slice(0, 50);
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: score(lines, delimiter) }));
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one));
  return { delimiter: best.score > 0 ? best.delimiter : ',', newline, encoding };
}

/** How well a delimiter cuts lines into as many fields each: the number of fields where most lines agree. */
function score(lines: readonly string[], delimiter: string): number {
  const counts = lines.map((line) => fieldCount(line, delimiter)).filter((count) => count > 1);
  if (counts.length === 0) return 0;
  const usual = mode(counts);
  const agreeing = counts.filter((count) => count === usual).length / lines.length;
  return agreeing * 1000 + Math.min(usual, 400);
}

/** How many fields a delimiter makes; none where it cuts a quotation in two, as a comma does the list in `m;"[1,2]"`. */
function fieldCount(line: string, delimiter: string): number {
  const fields = parse(line, { delimiter, newline: '\n' }, false).data[0] ?? [];
  return fields.some((field) => field.split('"').length % 2 === 0) ? 0 : fields.length;
}

/** @param more whether text follows, so that the last row may be cut and is left for later */
function parse(text: string, form: Pick<CsvForm, 'delimiter' | 'newline'>, more: boolean): Parsed {
  const { delimiter, newline } = form;
  return new Papa.Parser({ delimiter, newline, quoteChar: '"' }).parse(text, 0, more) as Parsed;
}

/** The number that occurs most often; 0 for none. */
export function mode(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0];
}

/**
 * The fields of a text file, a few thousand rows at a time, blank lines left out.
 * @throws AppError ROW_BROKEN for a quotation mark that is never closed
 */
export async function* csvRows(file: Blob, form: CsvForm): AsyncGenerator<string[][], void, undefined> {
  let rest = '';
  let row = 0;
  const take = (text: string, more: boolean) => {
    const { data, meta, errors } = parse(text, form, more);
    const broken = errors.find((error) => error.code === 'MissingQuotes');
    if (broken && !more)
      throw new AppError('ROW_BROKEN', { row: row + (broken.row ?? 0) + 1, cause: broken.message });
    row += data.length;
    return {
      rows: data.filter((fields) => fields.length > 1 || fields[0]?.trim() !== ''),
      end: meta.cursor,
    };
  };
  for await (const piece of textPieces(file, form.encoding)) {
    const text = rest + piece;
    const { rows, end } = take(text, true);
    rest = text.slice(end);
    if (rest.length > MAX_ROW_CHARACTERS)
      throw new AppError('ROW_BROKEN', { row: row + 1, cause: 'a quotation mark that is never closed' });
    if (rows.length > 0) yield rows;
  }
  if (rest.trim() === '') return;
  const { rows } = take(rest, false);
  if (rows.length > 0) yield rows;
}
