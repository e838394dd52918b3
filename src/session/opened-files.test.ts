import { expect, test } from 'vitest';
import type { ReadableFile } from './inspect-files';
import { OpenedFiles } from './opened-files';
import type { OpenSource } from './session-state';

const file = (name: string) => new File(['x'], name);
const [january, february] = [file('january.parquet'), file('february.parquet')];

/** Opens files beside the `kept` first sources. */
function open(opened: OpenedFiles, files: readonly File[], kept: readonly number[] = []): void {
  opened.lookAt(files.map((each) => ({ file: each }) as ReadableFile));
  const ids = [...kept, ...files.map((_, index) => kept.length + index + 1)];
  opened.settle(
    ids.map((source_id) => ({ source_id }) as OpenSource),
    kept.length,
  );
}

test('what was opened is opened again: all that was added, and only the last that replaced', () => {
  const opened = new OpenedFiles();
  open(opened, [january]);
  open(opened, [february], [1]);
  expect(opened.mayReopen(0)).toBe(true);
  expect(opened.all()).toEqual([january, february]);
  open(opened, [february]);
  expect(opened.all()).toEqual([february]);
});

test('an engine that is lost again within two minutes is not given the same files unasked', () => {
  const opened = new OpenedFiles();
  open(opened, [january]);
  expect(opened.mayReopen(1_000)).toBe(true);
  expect(opened.mayReopen(120_000)).toBe(false);
  expect(opened.all()).toEqual([january]);
  expect(opened.mayReopen(121_001)).toBe(true);
});

test('nothing that is closed is opened again, and nothing open does not count as a loss', () => {
  const opened = new OpenedFiles();
  expect(opened.mayReopen(0)).toBe(false);
  open(opened, [january]);
  expect(opened.mayReopen(1)).toBe(true);
  opened.forget();
  expect(opened.mayReopen(500_000)).toBe(false);
  expect(opened.all()).toEqual([]);
});
