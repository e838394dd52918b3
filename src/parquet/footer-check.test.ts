import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { expect, test } from 'vitest';
import { AppError } from '../domain/app-error';
import { checkFooter, checkFrame, judgeMagic } from './footer-check';

const whole = new Uint8Array(
  parquetWriteBuffer({
    columnData: [{ name: 'a', data: Array.from({ length: 1000 }, (_, i) => i), type: 'INT32' }],
  }),
);

async function codeOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  try {
    await checkFrame(new Blob([bytes]));
    return 'passed';
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown.code;
    throw thrown;
  }
}

function framed(...footer: number[]): Uint8Array<ArrayBuffer> {
  const length = [footer.length & 0xff, footer.length >> 8, 0, 0];
  return new Uint8Array([...ascii('PAR1'), ...footer, ...length, ...ascii('PAR1')]);
}

function ascii(text: string): number[] {
  return [...text].map((letter) => letter.charCodeAt(0));
}

function withTail(bytes: Uint8Array<ArrayBuffer>, ...tail: number[]): Uint8Array<ArrayBuffer> {
  const copy = bytes.slice();
  copy.set(tail, copy.length - tail.length);
  return copy;
}

test('a whole file passes', async () => {
  expect(await codeOf(whole)).toBe('passed');
});

test.each([
  ['PAR1', 'PAR1', 100, null],
  ['PAR1', 'PAR1', 8, 'FILE_TRUNCATED'],
  ['PAR1', 'abcd', 100, 'FILE_TRUNCATED'],
  ['PARE', 'PARE', 100, 'FILE_ENCRYPTED'],
  ['PAR1', 'PARE', 100, 'FILE_ENCRYPTED'],
  ['PARE', 'abcd', 100, 'FILE_TRUNCATED'],
  ['PK\u0003\u0004', 'abcd', 100, 'NOT_PARQUET'],
  ['abcd', 'PAR1', 100, 'NOT_PARQUET'],
  ['PA', '', 2, 'NOT_PARQUET'],
] as const)('begins with %j, ends with %j, has %i bytes: %s', (head, foot, size, code) => {
  expect(judgeMagic(head, foot, size)).toBe(code);
});

test('files that are not whole are told apart', async () => {
  expect(await codeOf(new Uint8Array())).toBe('FILE_EMPTY');
  expect(await codeOf(whole.slice(0, 400))).toBe('FILE_TRUNCATED');
  expect(await codeOf(whole.slice(400))).toBe('NOT_PARQUET');
  expect(await codeOf(withTail(whole, 0xff, 0xff, 0xff, 0x7f, ...ascii('PAR1')))).toBe('FILE_TRUNCATED');
  expect(await codeOf(framed())).toBe('FILE_DAMAGED');
});

test('an encryption algorithm in a readable footer means encrypted columns', async () => {
  const version = [0x15, 0x02];
  const algorithm = [0x7c, 0x00];
  expect(await codeOf(framed(...version, 0))).toBe('passed');
  expect(await codeOf(framed(...version, ...algorithm, 0))).toBe('FILE_ENCRYPTED');
});

test.each([
  ['a list of two thousand million structs', [0x19, 0xfc, 0xfe, 0xff, 0xff, 0xff, 0x07, 0]],
  [
    'a list of two thousand million truths, which take no space',
    [0x99, 0xf1, 0xfe, 0xff, 0xff, 0xff, 0x07, 0],
  ],
  ['a text longer than the footer', [0x18, 0xff, 0xff, 0x03, 0x61, 0]],
  ['a map with more entries than bytes', [0x1b, 0xff, 0xff, 0x03, 0x55, 0]],
  ['structs within structs', Array.from({ length: 5000 }, () => 0x1c)],
  ['a number without end', [0x15, ...Array.from({ length: 20 }, () => 0xff), 0]],
  ['a type that does not exist', [0x1e, 0]],
])('%s is refused', async (_, footer) => {
  expect(await codeOf(framed(...footer))).toBe('FILE_DAMAGED');
});

test('whatever the bytes, the walk ends with a verdict', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
      try {
        checkFooter(bytes);
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(AppError);
      }
    }),
  );
});

test('a file cut anywhere is refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: whole.length - 1 }), async (length) => {
      expect(await codeOf(whole.slice(0, length))).not.toBe('passed');
    }),
    { numRuns: 50 },
  );
});
