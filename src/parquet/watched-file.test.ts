import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WatchedFile } from './watched-file';

const bytes = Uint8Array.from({ length: 3_000_000 }, (_, index) => (index * 31 + (index >> 8)) & 0xff);
const file = new Blob([bytes]);

test('gives the bytes asked for, small reads and large ones in any order', async () => {
  const range = fc
    .tuple(fc.nat({ max: bytes.length }), fc.nat({ max: 400_000 }))
    .map(([start, length]) => ({ start, end: Math.min(bytes.length, start + length) }));
  await fc.assert(
    fc.asyncProperty(fc.array(range, { minLength: 1, maxLength: 8 }), async (ranges) => {
      const watched = new WatchedFile(file);
      for (const { start, end } of ranges) {
        const read = new Uint8Array(await watched.slice(start, end).arrayBuffer());
        expect(Buffer.compare(read, bytes.subarray(start, end))).toBe(0);
      }
    }),
    { numRuns: 25 },
  );
});

test('reads neighbouring small ranges once', async () => {
  let reads = 0;
  const counted = {
    size: file.size,
    slice: (start: number, end: number) => {
      reads++;
      return file.slice(start, end);
    },
  };
  const watched = new WatchedFile(counted as Blob);
  for (let start = 0; start < 1_000_000; start += 1000)
    await watched.slice(start, start + 1000).arrayBuffer();
  expect(reads).toBe(1);
});

test('a failing read is reported beside, and stays pending for the library', async () => {
  const gone = {
    size: 100,
    slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')) }),
  };
  const watched = new WatchedFile(gone as unknown as Blob);
  const read = watched.slice(0, 10).arrayBuffer();
  await expect(Promise.race([read, watched.failure])).rejects.toMatchObject({ name: 'NotFoundError' });
});

test('bytes beyond the end mean that the file is damaged', async () => {
  const watched = new WatchedFile(file);
  void watched.slice(bytes.length - 10, bytes.length + 10).arrayBuffer();
  await expect(watched.failure).rejects.toMatchObject({ code: 'FILE_DAMAGED' });
});
