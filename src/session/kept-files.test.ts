import { expect, test } from 'vitest';
import { KeptFiles } from './kept-files';

const file = (name: string) => new File(['x'], name);
const [january, february] = [file('january.parquet'), file('february.parquet')];

test('what was opened is opened again: all that was added, and only the last that replaced', () => {
  const kept = new KeptFiles();
  kept.note([january], 'replace');
  kept.note([february], 'add');
  expect(kept.toReopen(0)).toEqual([january, february]);
  kept.note([february], 'replace');
  expect(kept.all()).toEqual([february]);
});

test('an engine that is lost again within two minutes is not given the same files unasked', () => {
  const kept = new KeptFiles();
  kept.note([january], 'replace');
  expect(kept.toReopen(1_000)).toEqual([january]);
  expect(kept.toReopen(120_000)).toEqual([]);
  expect(kept.all()).toEqual([january]);
  expect(kept.toReopen(121_001)).toEqual([january]);
});

test('nothing that is closed is opened again, and nothing open does not count as a loss', () => {
  const kept = new KeptFiles();
  expect(kept.toReopen(0)).toEqual([]);
  kept.note([january], 'replace');
  expect(kept.toReopen(1)).toEqual([january]);
  kept.forget();
  expect(kept.toReopen(500_000)).toEqual([]);
});
