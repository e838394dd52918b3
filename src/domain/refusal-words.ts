import { countOf, countText, shortText } from './number-text';
import type { AppErrorDetail } from './app-error';

/** What a person is told about an error: what is wrong, where, and what to do next. */
export interface RefusalText {
  title: string;
  sentence: string;
  nextStep: string;
}

export const fileOf = (detail: AppErrorDetail): string =>
  detail.file ? `“${shortText(detail.file, 60)}”` : 'The file';
/** The columns an error is about: the one it names, or those that differ from what is expected. */
export function columnOf(detail: AppErrorDetail): string {
  const names = detail.column ? [detail.column] : (detail.columns ?? []).map((column) => column.column);
  if (!names.length) return 'a column that is needed';
  const quoted = names.slice(0, 6).map((name) => `“${shortText(name, 40)}”`);
  return `the ${names.length === 1 ? 'column' : 'columns'} ${quoted.join(', ')}`;
}

/** Where in the file, as far as it is known: ` in row 12, column “date”`. */
export function placeOf(detail: AppErrorDetail): string {
  const parts: string[] = [];
  if (detail.row !== undefined) parts.push(`row ${countText(detail.row)}`);
  if (detail.column) parts.push(`column “${shortText(detail.column, 40)}”`);
  return parts.length ? ` in ${parts.join(', ')}` : '';
}

export const firstPlace = (detail: AppErrorDetail): string => {
  const place = placeOf(detail);
  return place ? `, the first${place}` : '';
};

/** The text of one code. */
export type Text = (detail: AppErrorDetail) => RefusalText;

export const fitsText = (detail: AppErrorDetail): string =>
  detail.fits === undefined ? '' : ` About ${countOf(detail.fits, 'row')} would fit.`;

export const rowsOf = (detail: AppErrorDetail): string =>
  detail.count === undefined ? 'rows' : countOf(detail.count, 'row');

export const outputOf = (detail: AppErrorDetail): string =>
  detail.path ? `“${shortText(detail.path)}”` : 'The output';

const TASKS: Readonly<Record<NonNullable<AppErrorDetail['task']>, string>> = {
  open: 'Opening the file',
  policies: 'The recalculation',
  export: 'The export',
  question: 'A picture or table of this page',
  statement: 'The statement',
};

export function taskOf(detail: AppErrorDetail): string {
  if (detail.task === 'open' && detail.file) return `Opening ${fileOf(detail)}`;
  return detail.task ? TASKS[detail.task] : 'The work';
}

export const askForLess = ({ task }: AppErrorDetail): string =>
  task === 'statement'
    ? 'Ask for less at a time: a shorter period, fewer series, or sums in place of rows.'
    : 'Close other tabs, or open a shorter period or fewer meters. The command line can hold more.';
