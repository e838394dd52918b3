import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { meterFile } from '../corpus/meter-file';
import type { FileShape } from '../corpus/meter-file';
import type { LabelledRow } from '../corpus/truth';

/** A folder of a test file's own, removed when its tests are done. */
export interface TestFolder {
  path: string;
  /** Writes bytes under a name and returns the path. */
  write(name: string, bytes: Uint8Array): string;
  /** Writes rows of the input contract as a Parquet file. */
  writeRows(name: string, rows: readonly LabelledRow[], shape?: FileShape): string;
}

export function testFolder(): TestFolder {
  const path = mkdtempSync(join(tmpdir(), 'meterfold-test-'));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  const write = (name: string, bytes: Uint8Array) => {
    writeFileSync(join(path, name), bytes);
    return join(path, name);
  };
  return {
    path,
    write,
    writeRows: (name, rows, shape) =>
      write(
        name,
        meterFile(
          rows.map(({ row }) => row),
          shape,
        ),
      ),
  };
}

/** The path of a sample that the page offers. */
export function samplePath(name: 'sample-year' | 'sample-portfolio'): string {
  return fileURLToPath(new URL(`../../public/samples/${name}.parquet`, import.meta.url));
}
