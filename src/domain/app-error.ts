/**
 * The closed list of things that can go wrong. Code that fails throws an
 * `AppError` with one of these; `refusal-text.ts` and the command line turn
 * each into a sentence and a next step.
 */
export const APP_ERROR_CODES = [
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
  'UNKNOWN_ZONE',
  'ALREADY_RUNNING',
  'TOO_LARGE',
  'OUT_OF_MEMORY',
  'LEDGER_DIFFERENCE',
  'EXPORT_MISMATCH',
  'ZIP_TOO_LARGE',
  'OUTPUT_IS_INPUT',
  'OUTPUT_UNWRITABLE',
  'STORAGE_FULL',
  'ENGINE_START',
  'ENGINE_LOST',
  'ENGINE_RESTARTED',
  'RESTARTED_FOR_MEMORY',
  'CODEC_LOST',
  'CODEC_OUT_OF_MEMORY',
  'QUERY_FAILED',
  'SEVERAL_STATEMENTS',
  'CANCELLED',
] as const;

export type AppErrorCode = (typeof APP_ERROR_CODES)[number];

/** One column as the file has it beside what the input contract asks for. */
export interface ColumnMismatch {
  column: string;
  expected: string;
  /** The type found, or null when the column is absent. */
  found: string | null;
}

/** Facts a sentence may need. Every field is optional; text in here is the person's and is never trusted. */
export interface AppErrorDetail {
  file?: string;
  row?: number;
  column?: string;
  columns?: ColumnMismatch[];
  /** All columns the file has, as `name: type`. */
  found?: string[];
  /** What stands in the file where something else is needed. */
  value?: string;
  zone?: string;
  codec?: string;
  count?: number;
  /** How many rows would fit, for TOO_LARGE. */
  fits?: number;
  path?: string;
  /** What could not get the memory that it needed. */
  task?: 'open' | 'policies' | 'export' | 'question' | 'statement';
  /** What the engine had taken when it could not get more, where it says so. */
  used_bytes?: number;
  /** The message of the library that failed, for the details fold-out only. */
  cause?: string;
}

/** An error that a person can be told about. */
export class AppError extends Error {
  readonly code: AppErrorCode;
  readonly detail: AppErrorDetail;

  constructor(code: AppErrorCode, detail: AppErrorDetail = {}) {
    super(`${code}${detail.cause ? `: ${detail.cause}` : ''}`);
    this.name = 'AppError';
    this.code = code;
    this.detail = detail;
  }
}

/** The plain form that survives `postMessage`, where class and prototype are lost. */
export interface AppErrorMessage {
  code: AppErrorCode;
  detail: AppErrorDetail;
}

/** Turns whatever was thrown into an `AppError`, keeping one that already is. */
export function toAppError(thrown: unknown, fallback: AppErrorCode, detail: AppErrorDetail = {}): AppError {
  if (thrown instanceof AppError) return thrown;
  if (isAbort(thrown)) return new AppError('CANCELLED', detail);
  return new AppError(fallback, {
    ...detail,
    cause: thrown instanceof Error ? thrown.message : String(thrown),
  });
}

/** True for the error an aborted signal throws. */
export function isAbort(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'AbortError';
}
