import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PLATFORM, readPages } from './pages';

const pages = readPages();
const LINK = /!?\[[^\]]*\]\(([^)]+)\)/g;

const links = pages.flatMap(({ file, text }) =>
  [...text.matchAll(LINK)].map((match) => ({ file, target: match[1]! })),
);

describe('links of the platform pages', () => {
  it('are found at all', () => {
    expect(links.length).toBeGreaterThan(80);
  });

  it('lead to files of this folder that exist', () => {
    const broken = links.filter(({ file, target }) => {
      const path = normalize(join(dirname(file), target));
      return path.startsWith('..') || !existsSync(`${PLATFORM}${path}`);
    });
    expect(broken).toEqual([]);
  });

  it('reach every page from the entry', () => {
    const reached = new Set<string>();
    const walk = (file: string): void => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const link of links) if (link.file === file && link.target.endsWith('.md')) walk(link.target);
    };
    walk('README.md');
    expect([...reached].sort()).toEqual(pages.map(({ file }) => file));
  });

  it('name every page in the table of the entry', () => {
    const entry = links.filter(({ file }) => file === 'README.md').map(({ target }) => target);
    for (const { file } of pages) if (file !== 'README.md') expect(entry).toContain(file);
  });
});

describe.each(pages)('$file', ({ text }) => {
  it('has one title, plain Markdown and a readable length', () => {
    expect(text.match(/^# /gm)).toHaveLength(1);
    expect(text.replace(/<!--[^>]*-->/g, '')).not.toMatch(/<[a-z]+[ >]/i);
    expect(text.split('\n').length).toBeLessThan(300);
  });

  it('has tables with as many cells in each row as in the head', () => {
    let width = 0;
    for (const line of text.split('\n')) {
      const cells = line.startsWith('|') ? line.replaceAll('\\|', '').split('|').length : 0;
      if (width > 0 && cells > 0) expect(`${cells}: ${line}`).toBe(`${width}: ${line}`);
      width = cells;
    }
  });
});

it('has an entry of two pages', () => {
  const words = pages.find(({ file }) => file === 'README.md')!.text.split(/\s+/).length;
  expect(words).toBeLessThan(1_150);
});
