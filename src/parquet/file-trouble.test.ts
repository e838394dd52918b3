import { expect, test } from 'vitest';
import { AppError } from '../domain/app-error';
import { classifyTrouble, isBlobTrouble, isWasmCrash, type CodecStage } from './file-trouble';

const GIB = 1024 ** 3;

/** Messages as parquet-wasm 0.8, Chromium and V8 word them. */
test.each<[CodecStage, string, string]>([
  [
    'open',
    'Parquet error: Parquet file has an encrypted footer but the encryption feature is disabled',
    'FILE_ENCRYPTED',
  ],
  ['open', 'Parquet error: Unexpected CompressionCodec 9', 'CODEC_UNSUPPORTED'],
  ['open', 'EOF: file size of 16445 is less than footer + metadata 2147483655', 'FILE_TRUNCATED'],
  ['open', 'Parquet error: Invalid Parquet file. Corrupt footer', 'NOT_PARQUET'],
  ['open', 'Parquet error: Required field num_rows is missing', 'FILE_DAMAGED'],
  ['open', 'EOF: Unexpected EOF', 'FILE_DAMAGED'],
  ['read', 'Column nope not found in table', 'COLUMN_MISSING'],
  ['read', 'Array buffer allocation failed', 'CODEC_OUT_OF_MEMORY'],
  ['write', 'Io error: failed to fill whole buffer', 'CODEC_LOST'],
  ['start', 'Failed to fetch', 'ENGINE_START'],
  ['start', 'failed to fetch Wasm: 404 Not Found', 'ENGINE_START'],
])('%s: %s → %s', (stage, message, code) => {
  const error = classifyTrouble(new Error(message), stage);
  expect(error.code).toBe(code);
  expect(error.detail.cause).toBe(message);
});

test('an unknown codec is named', () => {
  expect(
    classifyTrouble(new Error('Parquet error: Unexpected CompressionCodec 9'), 'open').detail.codec,
  ).toBe('9');
});

test('a crash means damage when reading, and a lost engine when writing', () => {
  const crash = new WebAssembly.RuntimeError('unreachable');
  expect(isWasmCrash(crash)).toBe(true);
  expect(classifyTrouble(crash, 'read').code).toBe('FILE_DAMAGED');
  expect(classifyTrouble(crash, 'write').code).toBe('CODEC_LOST');
  expect(classifyTrouble(new RangeError('Maximum call stack size exceeded'), 'open').code).toBe(
    'FILE_DAMAGED',
  );
});

test('a crash with much memory in use means that memory ran out', () => {
  const crash = new WebAssembly.RuntimeError('unreachable');
  expect(classifyTrouble(crash, 'read', 1.5 * GIB).code).toBe('CODEC_OUT_OF_MEMORY');
  expect(classifyTrouble(crash, 'read', 0.1 * GIB).code).toBe('FILE_DAMAGED');
});

test('a failed Blob read means that the file changed', () => {
  for (const name of ['NotReadableError', 'NotFoundError']) {
    const thrown = new DOMException('could not be read', name);
    expect(isBlobTrouble(thrown)).toBe(true);
    expect(classifyTrouble(thrown, 'read').code).toBe('FILE_CHANGED');
  }
});

test('our own errors and cancellation stay what they are', () => {
  const own = new AppError('CODEC_UNSUPPORTED', { codec: 'LZO' });
  expect(classifyTrouble(own, 'read')).toBe(own);
  expect(classifyTrouble(new DOMException('stopped', 'AbortError'), 'read').code).toBe('CANCELLED');
});

test('what is not an Error keeps its words', () => {
  expect(classifyTrouble('plain text', 'open').detail.cause).toBe('plain text');
});
