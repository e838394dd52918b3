import { countOf, countText, shortText } from './number-text';
import type { AppError, AppErrorCode, AppErrorDetail } from './app-error';

/** What a person is told about an error: what is wrong, where, and what to do next. */
export interface RefusalText {
  title: string;
  sentence: string;
  nextStep: string;
}

const fileOf = (detail: AppErrorDetail): string =>
  detail.file ? `“${shortText(detail.file, 60)}”` : 'The file';
/** The columns an error is about: the one it names, or those that differ from what is expected. */
function columnOf(detail: AppErrorDetail): string {
  const names = detail.column ? [detail.column] : (detail.columns ?? []).map((column) => column.column);
  if (!names.length) return 'a column that is needed';
  const quoted = names.slice(0, 6).map((name) => `“${shortText(name, 40)}”`);
  return `the ${names.length === 1 ? 'column' : 'columns'} ${quoted.join(', ')}`;
}

/** Where in the file, as far as it is known: ` in row 12, column “date”`. */
function placeOf(detail: AppErrorDetail): string {
  const parts: string[] = [];
  if (detail.row !== undefined) parts.push(`row ${countText(detail.row)}`);
  if (detail.column) parts.push(`column “${shortText(detail.column, 40)}”`);
  return parts.length ? ` in ${parts.join(', ')}` : '';
}

const firstPlace = (detail: AppErrorDetail): string => {
  const place = placeOf(detail);
  return place ? `, the first${place}` : '';
};

type Text = (detail: AppErrorDetail) => RefusalText;

const fitsText = (detail: AppErrorDetail): string =>
  detail.fits === undefined ? '' : ` About ${countOf(detail.fits, 'row')} would fit.`;

const rowsOf = (detail: AppErrorDetail): string =>
  detail.count === undefined ? 'rows' : countOf(detail.count, 'row');

const outputOf = (detail: AppErrorDetail): string =>
  detail.path ? `“${shortText(detail.path)}”` : 'The output';

const TASKS: Readonly<Record<NonNullable<AppErrorDetail['task']>, string>> = {
  open: 'Opening the file',
  policies: 'The recalculation',
  export: 'The export',
  question: 'A picture or table of this page',
  statement: 'The statement',
};

function taskOf(detail: AppErrorDetail): string {
  if (detail.task === 'open' && detail.file) return `Opening ${fileOf(detail)}`;
  return detail.task ? TASKS[detail.task] : 'The work';
}

const askForLess = ({ task }: AppErrorDetail): string =>
  task === 'statement'
    ? 'Ask for less at a time: a shorter period, fewer series, or sums in place of rows.'
    : 'Close other tabs, or open a shorter period or fewer meters. The command line can hold more.';

/** Typed by the closed list: a code without a text does not compile. */
const TEXTS: Readonly<Record<AppErrorCode, Text>> = {
  NOT_PARQUET: (detail) => ({
    title: 'This is no file of meter data',
    sentence: `${fileOf(detail)} is no Parquet, Arrow, CSV or NEM12 file, whatever its name says.`,
    nextStep: 'Save the readings as CSV or Parquet, then open that file.',
  }),
  FILE_TRUNCATED: (detail) => ({
    title: 'The file is cut short',
    sentence: `${fileOf(detail)} begins as it should, but its end is missing.`,
    nextStep: 'Copy or download it again in full, then open it once more.',
  }),
  FILE_DAMAGED: (detail) => ({
    title: 'The file is damaged',
    sentence: `${fileOf(detail)} is of a known kind, but its contents cannot be decoded${placeOf(detail)}.`,
    nextStep: 'Ask for a fresh copy, or write it again from its source.',
  }),
  FILE_ENCRYPTED: (detail) => ({
    title: 'The file is encrypted',
    sentence: `${fileOf(detail)} is encrypted, and this page holds no keys.`,
    nextStep: 'Save it without encryption, then open that copy.',
  }),
  FILE_EMPTY: (detail) => ({
    title: 'The file is empty',
    sentence: `${fileOf(detail)} has a length of 0 bytes.`,
    nextStep: 'Check that the export or download finished, then open it again.',
  }),
  FILE_CHANGED: (detail) => ({
    title: 'The file changed while it was open',
    sentence: `${fileOf(detail)} is no longer the file that was opened: it was written to, moved or deleted.`,
    nextStep: 'Open it again to read it as it is now.',
  }),
  FILE_UNREADABLE: (detail) => ({
    title: 'The file could not be read',
    sentence: `${fileOf(detail)} was refused by the browser or the disk.`,
    nextStep: 'Check that it is a file and not a folder, and that you may read it.',
  }),
  CODEC_UNSUPPORTED: (detail) => ({
    title: 'This compression is not supported',
    sentence: `${fileOf(detail)} is compressed${detail.codec ? ` with ${shortText(detail.codec, 30)}` : ' in a way'} that this page cannot undo.`,
    nextStep: 'Save it with zstd, snappy, gzip, brotli, LZ4_RAW or without compression.',
  }),
  COLUMN_MISSING: (detail) => ({
    title: 'A column is missing',
    sentence: `${fileOf(detail)} has no column that can serve as ${columnOf(detail)}.`,
    nextStep: 'Rename or add the column, as in the list of what is expected.',
  }),
  COLUMN_TYPE: (detail) => ({
    title: 'A column has the wrong type',
    sentence: `${columnOf(detail).replace(/^./, (letter) => letter.toUpperCase())} of ${fileOf(detail).replace(/^The/, 'the')} holds another kind of value than is needed.`,
    nextStep: 'Write the column with the expected type and open the file again.',
  }),
  COLUMN_AMBIGUOUS: (detail) => ({
    title: 'Two columns claim the same role',
    sentence: `${fileOf(detail)} has more than one candidate for ${columnOf(detail)}, and guessing could mix up readings.`,
    nextStep: 'Keep one of them, or rename the other.',
  }),
  SHAPE_UNKNOWN: (detail) => ({
    title: 'The columns are not recognised',
    sentence: `${fileOf(detail)} is a table, but nothing in it was recognised as ${columnOf(detail)}.`,
    nextStep: 'Say which column is what, and the file opens.',
  }),
  SHAPE_UNSURE: (detail) => ({
    title: 'The file can be read in two ways',
    sentence: `${fileOf(detail)} leaves open ${detail.value ?? 'how it is meant'}.`,
    nextStep: 'Say how it is meant, and the file opens.',
  }),
  VALUE_UNREADABLE: (detail) => ({
    title: 'A cell cannot be read',
    sentence: `${fileOf(detail)} has ${detail.value ? `“${shortText(detail.value, 40)}”` : 'something'}${placeOf(detail)}, which is not what that column holds elsewhere.`,
    nextStep: 'Correct the cell or leave it empty, or say that the column is something else.',
  }),
  ROW_BROKEN: (detail) => ({
    title: 'A row does not fit its columns',
    sentence: `${fileOf(detail)} is broken${placeOf(detail)}${detail.cause ? `: ${shortText(detail.cause, 80)}` : ''}.`,
    nextStep: 'Check that row in a text editor, or export the file again.',
  }),
  NEM12_BROKEN: (detail) => ({
    title: 'A NEM12 record cannot be read',
    sentence: `${fileOf(detail)} breaks the NEM12 format${placeOf(detail)}${detail.cause ? `: ${shortText(detail.cause, 100)}` : ''}.`,
    nextStep: 'Ask for a fresh copy from the market participant that wrote it.',
  }),
  NO_ROWS: (detail) => ({
    title: 'The file has no rows',
    sentence: `${fileOf(detail)} has the right columns, but not a single row.`,
    nextStep: 'Check the filter or the period of the export.',
  }),
  NO_VALUES: (detail) => ({
    title: 'The file has no values',
    sentence: `${fileOf(detail)} has ${rowsOf(detail)}, but every array in it is empty.`,
    nextStep: 'Check that the export includes the readings themselves.',
  }),
  NULL_KEY: (detail) => ({
    title: 'Rows without a meter, client or date',
    sentence: `${fileOf(detail)} has ${rowsOf(detail)} without a key${firstPlace(detail)}, so these readings belong to nobody.`,
    nextStep: 'Fill the keys and open the file again, or set these rows aside: they will be counted.',
  }),
  NAME_TOO_LONG: (detail) => ({
    title: 'A name is too long to be one',
    sentence: `${fileOf(detail)} has a text of more than 20,000 bytes${placeOf(detail)}, where a short name belongs.`,
    nextStep: 'Check that this is the right column and that the file is whole, then open it again.',
  }),
  UNKNOWN_ZONE: (detail) => ({
    title: 'Unknown time zone',
    sentence: `${detail.zone ? `“${shortText(detail.zone, 40)}”` : 'That'} is not a name in the IANA time zone database.`,
    nextStep: 'Choose a name such as Europe/Vilnius from the list. The zone stays as it was.',
  }),
  ALREADY_RUNNING: () => ({
    title: 'One thing at a time',
    sentence: 'Another file is still being opened or saved.',
    nextStep: 'Wait until it is done, or cancel it, then try again.',
  }),
  TOO_LARGE: (detail) => ({
    title: 'More data than fits',
    sentence: `${fileOf(detail)} has ${detail.count === undefined ? 'more rows' : countOf(detail.count, 'row')}, more than fits into the memory here.${fitsText(detail)}`,
    nextStep: 'Take a shorter period or fewer meters, or use the command line, which can hold more.',
  }),
  OUT_OF_MEMORY: (detail) => ({
    title: 'The memory ran out',
    sentence: `${taskOf(detail)} could not get the memory it needed.${fitsText(detail)}`,
    nextStep: askForLess(detail),
  }),
  RESTARTED_FOR_MEMORY: (detail) => ({
    title: 'The memory ran out, and the engine was started again',
    sentence: `${taskOf(detail)} could not get the memory it needed. A new engine has given back what the old one held, and what was open has been opened again from its files; nothing is lost.`,
    nextStep: askForLess(detail),
  }),
  SEVERAL_STATEMENTS: () => ({
    title: 'One statement at a time',
    sentence: 'The text holds more than one statement, and a result belongs to one.',
    nextStep: 'Run the part that you mean by itself.',
  }),
  CANCELLED: () => ({
    title: 'Cancelled',
    sentence: 'The work was stopped as you asked.',
    nextStep: 'Start again whenever you like.',
  }),
  LEDGER_DIFFERENCE: () => ({
    title: 'The ledger does not add up',
    sentence:
      'What was read is not equal to what is shown plus what was set aside. This is a mistake in Meterfold, not in your file.',
    nextStep: 'Do not use these figures. Please report it with the code below.',
  }),
  EXPORT_MISMATCH: () => ({
    title: 'The saved file did not pass its check',
    sentence: 'The export was read back and differs from what is on the page, so it was not handed over.',
    nextStep: 'Try the export again. If it happens twice, please report it with the code below.',
  }),
  ZIP_TOO_LARGE: () => ({
    title: 'Too much for one zip',
    sentence: 'The files of all months together pass 4 GB, more than a zip holds for every program.',
    nextStep: 'Choose a shorter period or fewer meters, or save one Parquet file without the zip.',
  }),
  OUTPUT_IS_INPUT: (detail) => ({
    title: 'The output would overwrite the input',
    sentence: `${outputOf(detail)} is one of the files that are read.`,
    nextStep: 'Choose another name for the output.',
  }),
  OUTPUT_UNWRITABLE: (detail) => ({
    title: 'The output could not be written',
    sentence: `${outputOf(detail)} cannot be created or written to.`,
    nextStep: 'Check the folder, the free space and your rights, then try again.',
  }),
  STORAGE_FULL: (detail) => ({
    title: 'The disk is full',
    sentence: `${detail.path ? outputOf(detail) : 'The export'} could not be written to its end: the disk, or the part of it that the browser may use, is full. Nothing of it was kept.`,
    nextStep: 'Free some space or choose another disk, then export again. What is open stays open.',
  }),
  ENGINE_START: () => ({
    title: 'The engine did not start',
    sentence: 'The part that does the calculation could not be loaded from this site.',
    nextStep: 'Check the connection and try again. A browser from the last two years is needed.',
  }),
  ENGINE_LOST: () => ({
    title: 'The engine stopped',
    sentence: 'The part that does the calculation ended without warning, most likely for want of memory.',
    nextStep: 'Open the file again; a new engine starts by itself.',
  }),
  ENGINE_RESTARTED: () => ({
    title: 'The engine stopped and was started again',
    sentence:
      'The part that does the calculation ended without warning, most likely for want of memory. What was open has been opened again from its files; nothing is lost.',
    nextStep: 'Go on. If it happens again, close other tabs or open a smaller part of the data.',
  }),
  CODEC_LOST: () => ({
    title: 'Reading or writing the file stopped',
    sentence:
      'The part that reads and writes Parquet ended without warning, most likely for want of memory. What was open stays open.',
    nextStep: 'Try again; a new one starts by itself.',
  }),
  CODEC_OUT_OF_MEMORY: (detail) => ({
    title: 'The memory ran out',
    sentence: `${detail.file ? `Reading ${fileOf(detail)}` : 'Reading or writing the file'} could not get the memory it needed. It has been given back.`,
    nextStep: 'Close other tabs and try again, or open a smaller part. The command line can hold more.',
  }),
  QUERY_FAILED: () => ({
    title: 'A question could not be answered',
    sentence: 'One of the calculations behind this page failed. The rest of the page is not affected.',
    nextStep: 'Try again. If it happens twice, please report it with the code below.',
  }),
};

/** Turns an error into text. A code that only a newer worker knows still gets a sentence. */
export function refusalText({ code, detail }: Pick<AppError, 'code' | 'detail'>): RefusalText {
  const text: Text | undefined = TEXTS[code];
  if (text) return text(detail);
  return {
    title: 'Something went wrong',
    sentence: `The work stopped with the code ${shortText(String(code), 40)}.`,
    nextStep: 'Try again.',
  };
}

/** Refusals after which a person may fear that what was open is gone. It is not. */
const FEARED: ReadonlySet<AppErrorCode> = new Set<AppErrorCode>([
  'NOT_PARQUET',
  'FILE_TRUNCATED',
  'FILE_DAMAGED',
  'FILE_ENCRYPTED',
  'FILE_EMPTY',
  'FILE_CHANGED',
  'FILE_UNREADABLE',
  'CODEC_UNSUPPORTED',
  'COLUMN_MISSING',
  'COLUMN_TYPE',
  'COLUMN_AMBIGUOUS',
  'SHAPE_UNKNOWN',
  'SHAPE_UNSURE',
  'VALUE_UNREADABLE',
  'ROW_BROKEN',
  'NEM12_BROKEN',
  'NO_ROWS',
  'NO_VALUES',
  'NULL_KEY',
  'NAME_TOO_LONG',
  'TOO_LARGE',
  'OUT_OF_MEMORY',
  'CODEC_OUT_OF_MEMORY',
  'LEDGER_DIFFERENCE',
]);

/** Whether to say, while something is open, that it still is. */
export const needsReassurance = (code: AppErrorCode): boolean => FEARED.has(code);
