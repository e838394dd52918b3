import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DATA_DICTIONARY } from './data-dictionary';

it('is the table in docs/data-dictionary.md, line by line', () => {
  const text = readFileSync('docs/data-dictionary.md', 'utf8');
  const rows = [...text.matchAll(/^\| `([a-z_]+)`\s*\| (.+?)\s*\| (yes|no)\s*\| (.+?)\s*\|$/gm)];
  expect(
    rows.map(([, name, type, nullable, meaning]) => ({ name, type, nullable: nullable === 'yes', meaning })),
  ).toEqual(DATA_DICTIONARY);
});
