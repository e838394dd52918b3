import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { testFolder } from '../native-run/test-folder';
import { troublesOf } from './check-file';
import { idOf, makeCorpusFile, representativeSpecs } from './corpus';
import type { ManifestEntry } from './corpus';

const folder = testFolder();
const manifest = JSON.parse(
  readFileSync(new URL('./manifest.json', import.meta.url), 'utf8'),
) as ManifestEntry[];

describe('the conformance corpus', () => {
  it.each(representativeSpecs().map((spec) => [idOf(spec), spec] as const))('%s', async (id, spec) => {
    const made = await makeCorpusFile(spec);
    expect(made.entry).toEqual(manifest.find((entry) => entry.id === id));
    folder.write(made.entry.expected, made.table);
    expect(await troublesOf(folder.write(made.entry.input, made.input), made)).toEqual([]);
  });
});
