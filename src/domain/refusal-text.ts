import { FILE_REFUSALS } from './file-refusals';
import { shortText } from './number-text';
import { WORK_REFUSALS } from './work-refusals';
import type { RefusalText, Text } from './refusal-words';
import type { AppError, AppErrorCode } from './app-error';

/** Typed by the closed list: a code without a text does not compile. */
const TEXTS: Readonly<Record<AppErrorCode, Text>> = { ...FILE_REFUSALS, ...WORK_REFUSALS };

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
