/** Turns what a library, the browser or the wasm machine said into one of our error codes. */
import { AppError, isAbort, type AppErrorCode, type AppErrorDetail } from '../domain/app-error';

/** What was being done when it failed. */
export type CodecStage = 'start' | 'open' | 'read' | 'write';

/**
 * An allocation that fails shows only as a crash. Buffers double as they grow, so it may fail well below
 * the 4 GiB that wasm can address; reading in pieces needs a fraction of this.
 */
const MEMORY_STRAINED_BYTES = 1024 ** 3;

const FALLBACK: Record<CodecStage, AppErrorCode> = {
  start: 'ENGINE_START',
  open: 'FILE_DAMAGED',
  read: 'FILE_DAMAGED',
  write: 'CODEC_LOST',
};

const RULES: readonly [RegExp, AppErrorCode][] = [
  [/encrypt/i, 'FILE_ENCRYPTED'],
  [
    /Unexpected CompressionCodec|codec type .* is not supported|Disabled feature at compile time/i,
    'CODEC_UNSUPPORTED',
  ],
  [/file size of \d+ is less than footer/i, 'FILE_TRUNCATED'],
  [/Invalid Parquet file/i, 'NOT_PARQUET'],
  [/^Column .* not found in table/is, 'COLUMN_MISSING'],
  [/allocation failed|out of memory|could not allocate|Invalid array buffer length/i, 'CODEC_OUT_OF_MEMORY'],
];

/**
 * Classifies a failure of the codec.
 * @param memoryBytes wasm memory held when it failed
 */
export function classifyTrouble(thrown: unknown, stage: CodecStage, memoryBytes = 0): AppError {
  if (thrown instanceof AppError) return thrown;
  if (isAbort(thrown)) return new AppError('CANCELLED');
  const cause = thrown instanceof Error ? thrown.message : String(thrown);
  if (isStorageFull(thrown)) return new AppError('STORAGE_FULL', { cause });
  if (isBlobTrouble(thrown))
    return new AppError(stage === 'write' ? 'OUTPUT_UNWRITABLE' : 'FILE_CHANGED', { cause });
  if (isWasmCrash(thrown) && memoryBytes >= MEMORY_STRAINED_BYTES)
    return new AppError('CODEC_OUT_OF_MEMORY', { cause });
  const code = stage === 'start' ? undefined : RULES.find(([pattern]) => pattern.test(cause))?.[1];
  return new AppError(code ?? FALLBACK[stage], { cause, ...codecNamed(code, cause) });
}

/** True for a trap of the wasm machine, after which the instance must not be used again. */
export function isWasmCrash(thrown: unknown): boolean {
  return (
    thrown instanceof WebAssembly.RuntimeError ||
    (thrown instanceof RangeError && /stack/i.test(thrown.message))
  );
}

/** True when the browser could not read a file that it had handed out: moved, deleted or rewritten since. */
export function isBlobTrouble(thrown: unknown): boolean {
  return (
    thrown instanceof DOMException && (thrown.name === 'NotReadableError' || thrown.name === 'NotFoundError')
  );
}

/** True when the disk, or what the browser may take of it, is full. */
function isStorageFull(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'QuotaExceededError';
}

function codecNamed(code: AppErrorCode | undefined, cause: string): AppErrorDetail {
  if (code !== 'CODEC_UNSUPPORTED') return {};
  const codec = /CompressionCodec (\S+)|codec type (\S+)/i.exec(cause);
  const name = codec?.[1] ?? codec?.[2];
  return name === undefined ? {} : { codec: name };
}
