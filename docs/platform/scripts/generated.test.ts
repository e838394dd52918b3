import { beforeAll, describe, expect, it } from 'vitest';
import { generatedTexts } from './generated-texts';
import { fillSections, markdownTable, sectionNames } from './marked-sections';
import { readPages } from './pages';

const pages = readPages();
let texts: Record<string, string>;
beforeAll(async () => {
  texts = await generatedTexts();
});

it('has a place on some page for every text that is generated', () => {
  const used = new Set(pages.flatMap(({ text }) => sectionNames(text)));
  expect(Object.keys(texts).filter((name) => !used.has(name))).toEqual([]);
});

describe.each(pages)('$file', ({ text }) => {
  it('has current generated parts (else run generate.ts)', () => {
    expect(text).toBe(fillSections(text, texts));
  });
});

describe('generated parts', () => {
  const page = 'before\n<!-- generated: a -->\nold\n<!-- /generated -->\nafter';

  it('are replaced, and nothing else is', () => {
    expect(fillSections(page, { a: 'new' })).toBe(
      'before\n<!-- generated: a -->\n\nnew\n\n<!-- /generated -->\nafter',
    );
  });

  it('stay the same when filled again', () => {
    const once = fillSections(page, { a: 'new' });
    expect(fillSections(once, { a: 'new' })).toBe(once);
  });

  it('are refused without a text or an end', () => {
    expect(() => fillSections(page, {})).toThrow('no text');
    expect(() => fillSections('<!-- generated: a -->\nx', { a: 'y' })).toThrow('not closed');
  });

  it('escape bars in cells', () => {
    expect(markdownTable(['a'], [['x|y']])).toBe('| a |\n| --- |\n| x\\|y |');
  });
});
