import { lexer } from 'marked';
import type { Token, Tokens } from 'marked';
import { ENTRY } from './src/ui/platform/platform-address.ts';
import type { PlatformDesign, PlatformPage } from './src/ui/platform/platform-pages.ts';

/** The design made of its files: Markdown pages and contracts, by name. */
export function designOf(markdown: Map<string, string>, texts: ReadonlyMap<string, string>): PlatformDesign {
  const pages = inReadingOrder(markdown);
  return { pages, texts: [...texts] };
}

/** A heading as its part of an address: lower case, words joined by hyphens. */
export function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s+/g, '-');
}

/** What a piece of Markdown says, without its marks. */
export function plainText(tokens: readonly Token[] = []): string {
  return (tokens as Tokens.Generic[])
    .map((token) =>
      token.tokens ? plainText(token.tokens) : token.type === 'html' ? '' : String(token['text']),
    )
    .join('');
}

function inReadingOrder(sources: Map<string, string>): PlatformPage[] {
  const levels = new Map<string, 1 | 2>([[ENTRY, 1]]);
  for (const [file, level] of linksOfEntry(sources.get(ENTRY) ?? '')) {
    if (sources.has(file) && !levels.has(file)) levels.set(file, level);
  }
  for (const file of sources.keys()) if (!levels.has(file)) levels.set(file, 1);
  return [...levels].map(([file, level]) => pageOf(file, level, sources.get(file) ?? ''));
}

/** The files that the entry's last table names: those of its first column at level 1, the others at level 2. */
function linksOfEntry(text: string): [string, 1 | 2][] {
  const table = lexer(text).findLast((token): token is Tokens.Table => token.type === 'table');
  return (table?.rows ?? []).flatMap((row) =>
    row.flatMap((cell, column) =>
      cell.tokens
        .filter((token): token is Tokens.Link => token.type === 'link')
        .map((link): [string, 1 | 2] => [link.href, column === 0 ? 1 : 2]),
    ),
  );
}

function pageOf(file: string, level: 1 | 2, text: string): PlatformPage {
  const tokens = lexer(text);
  const headings = tokens.filter((token): token is Tokens.Heading => token.type === 'heading');
  const taken = new Map<string, number>();
  const sections = headings
    .filter(({ depth }) => depth > 1)
    .map((heading) => {
      const title = plainText(heading.tokens);
      const slug = slugOf(title);
      const times = taken.get(slug) ?? 0;
      taken.set(slug, times + 1);
      return { title, slug: times ? `${slug}-${times}` : slug, depth: heading.depth };
    });
  const first = headings.find(({ depth }) => depth === 1);
  return { file, level, tokens, sections, title: first ? plainText(first.tokens) : file };
}
