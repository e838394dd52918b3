import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { unzipped, zipOf } from './zip-file';

const signal = new AbortController().signal;
const bytes = Uint8Array.from(
  { length: 300_000 },
  (_byte, index) => (Math.imul(index, index * 2_654_435 + 1) >>> 13) & 255,
);
const ENTRIES = [
  { path: 'month=2022-01/a.parquet', blob: new Blob([bytes]) },
  { path: 'month=2022-02/ä b.csv', blob: new Blob(['energy\n1\n'.repeat(50_000)]) },
  { path: 'nothing', blob: new Blob([]) },
];

it('holds its files as they were, packed', async () => {
  const zip = await zipOf(ENTRIES, { signal });
  const found = [];
  for await (const entry of unzipped(zip)) found.push(entry);
  expect(found.map(({ path }) => path)).toEqual(ENTRIES.map(({ path }) => path));
  for (const [index, { blob }] of found.entries()) {
    expect(Buffer.from(await blob.arrayBuffer())).toEqual(
      Buffer.from(await ENTRIES[index]!.blob.arrayBuffer()),
    );
  }
  expect(Object.keys(unzipSync(new Uint8Array(await zip.arrayBuffer())))).toHaveLength(ENTRIES.length);
});

it('is read by other programs, where one is at hand', async ({ skip }) => {
  const python = ['python3', 'python'].find((name) => {
    try {
      execFileSync(name, ['-c', 'import zipfile'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  });
  if (!python) return skip();
  const folder = mkdtempSync(join(tmpdir(), 'meterfold-zip-'));
  const path = join(folder, 'a.zip');
  writeFileSync(path, Buffer.from(await (await zipOf(ENTRIES, { signal })).arrayBuffer()));
  const script =
    'import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); print(z.testzip()); print(len(z.namelist()))';
  const said = execFileSync(python, ['-c', script, path], { encoding: 'utf8' });
  expect(readFileSync(path).length).toBeGreaterThan(bytes.length / 2);
  rmSync(folder, { recursive: true });
  expect(said.trim().split(/\s+/)).toEqual(['None', '3']);
});

it('that is cut short or damaged is noticed', async () => {
  const zip = await zipOf(ENTRIES, { signal });
  const read = async (blob: Blob) => {
    for await (const entry of unzipped(blob)) await entry.blob.arrayBuffer();
  };
  await expect(read(zip.slice(0, zip.size - 5))).rejects.toMatchObject({ code: 'EXPORT_MISMATCH' });
  await expect(read(new Blob([zip.slice(0, 5000), zip.slice(6000)]))).rejects.toThrow();
});
