import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { freshFiles } from './same-files';
import type { OpenSource } from './session-state';

const codec = {
  sha256: async (file: Blob) =>
    createHash('sha256')
      .update(new Uint8Array(await file.arrayBuffer()))
      .digest('hex'),
};
const a = new File(['meter a'], 'a.parquet');
const again = new File(['meter a'], 'copy.parquet');
const other = new File(['meter b'], 'b.parquet');
const longer = new File(['meter c, longer'], 'c.parquet');
const { signal } = new AbortController();
const opened = async (file: File): Promise<OpenSource> => ({
  source_id: 1,
  name: file.name,
  bytes: file.size,
  rows: 1,
  values: 1,
  container: 'parquet',
  shape: 'list-column',
  mapping: null,
  sha256: await codec.sha256(file),
});

describe('files that are chosen', () => {
  it('are all new where nothing is open', async () => {
    expect(await freshFiles(codec, [a, other, longer], [], 'replace', signal)).toEqual({
      fresh: [a, other, longer],
      notice: null,
    });
  });

  it('change nothing where the same bytes are open, whatever the name', async () => {
    for (const mode of ['add', 'replace'] as const) {
      const { fresh, notice } = await freshFiles(codec, [again], [await opened(a)], mode, signal);
      expect(fresh).toEqual([]);
      expect(notice).toBe('copy.parquet is open already, byte for byte (same SHA-256). Nothing has changed.');
    }
  });

  it('are read where only their size is that of an open one', async () => {
    expect(await freshFiles(codec, [other], [await opened(a)], 'add', signal)).toEqual({
      fresh: [other],
      notice: null,
    });
  });

  it('are read once where they are chosen twice', async () => {
    const { fresh, notice } = await freshFiles(codec, [a, again, longer], [], 'replace', signal);
    expect(fresh).toEqual([a, longer]);
    expect(notice).toContain('copy.parquet');
  });

  it('replace what is open where they are not all of it', async () => {
    const open = [await opened(a), await opened(longer)];
    expect(await freshFiles(codec, [a], open, 'replace', signal)).toEqual({ fresh: [a], notice: null });
  });
});
