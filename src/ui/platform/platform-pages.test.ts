import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { designOf, slugOf } from '../../../platform-design';
import { pictureAddress } from './platform-pages';

const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(new URL(`../../../docs/platform/${folder}`, import.meta.url))
    .filter((file) => file.endsWith(ending))
    .map((file) => `${folder}${file}`);

const textsOf = (files: readonly string[]) =>
  new Map(
    files.map((file): [string, string] => [
      file,
      readFileSync(new URL(`../../../docs/platform/${file}`, import.meta.url), 'utf8'),
    ]),
  );
const { pages: PAGES, texts: TEXTS } = designOf(
  textsOf(filesIn('', '.md')),
  textsOf(filesIn('contracts/', '.yaml')),
);

it('holds every page and every contract of the folder', () => {
  const held = [...PAGES.map(({ file }) => file), ...TEXTS.map(([file]) => file)];
  expect(held.sort()).toEqual([...filesIn('', '.md'), ...filesIn('contracts/', '.yaml')].sort());
});

it('has the pages in the order of the entry’s table, the sources below theirs', () => {
  const order = PAGES.map(({ file, level }) => `${level} ${file}`);
  expect(order.slice(0, 5)).toEqual([
    '1 README.md',
    '1 architecture.md',
    '1 sources.md',
    '2 source-energy.md',
    '2 source-home-profiles.md',
  ]);
  expect(order.at(-1)).toBe('1 traceability.md');
});

it('gives each section of a page an address of its own', () => {
  for (const { file, sections } of PAGES) {
    const slugs = sections.map(({ slug }) => slug);
    expect(new Set(slugs).size, file).toBe(slugs.length);
    expect(slugs.join(''), file).toMatch(/^[\p{L}\p{N}-]*$/u);
  }
});

it('makes slugs as the usual Markdown hosts do', () => {
  expect(slugOf('Which engine, at which size?')).toBe('which-engine-at-which-size');
  expect(slugOf('Part 1: the data platform')).toBe('part-1-the-data-platform');
});

it('finds the pictures that pages name, and no others', () => {
  expect(pictureAddress('README.md', 'diagrams/overview.svg')).toMatch(/overview.*svg/);
  expect(pictureAddress('README.md', 'diagrams/nothing.svg')).toBeUndefined();
});
