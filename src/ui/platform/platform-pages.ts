import { lexer } from 'marked';
import type { Token, Tokens } from 'marked';
import { ENTRY, joined } from './platform-address';

/** A page of the platform design, read from its Markdown file. */
export interface PlatformPage {
  file: string;
  title: string;
  /** 2 for a page that belongs to the one before it in reading order. */
  level: 1 | 2;
  tokens: readonly Token[];
  sections: readonly PageSection[];
}

/** A heading below the title. */
export interface PageSection {
  title: string;
  slug: string;
  depth: number;
}

/** The design as it was fetched. */
export interface PlatformDesign {
  /** The entry, then the others in the order in which the entry's table of all pages names them. */
  pages: readonly PlatformPage[];
  /** Files that are shown as they are, by name. */
  texts: ReadonlyMap<string, string>;
  /** Every file that has an address of its own in the view. */
  shownFiles: ReadonlySet<string>;
}

const MARKDOWN: Record<string, string> = import.meta.glob('../../../docs/platform/*.md', {
  query: '?url',
  import: 'default',
  eager: true,
});
const TEXTS: Record<string, string> = import.meta.glob('../../../docs/platform/contracts/*.yaml', {
  query: '?url',
  import: 'default',
  eager: true,
});
const PICTURES: Record<string, string> = import.meta.glob('../../../docs/platform/diagrams/*.svg', {
  query: '?url',
  import: 'default',
  eager: true,
});
const pictures = byFile(PICTURES);

let fetched: PlatformDesign | null = null;

/** Fetches the pages and contracts from this origin, once. */
export async function fetchPlatformDesign(): Promise<void> {
  fetched ??= designOf(await textsBehind(MARKDOWN), await textsBehind(TEXTS));
}

/** The design, once it has been fetched: only the view itself asks, which is not shown before. */
export function platformDesign(): PlatformDesign {
  if (!fetched) throw new Error('the platform design was not fetched');
  return fetched;
}

/** The design made of its files: Markdown pages and contracts, by name. */
export function designOf(markdown: Map<string, string>, texts: ReadonlyMap<string, string>): PlatformDesign {
  const pages = inReadingOrder(markdown);
  return { pages, texts, shownFiles: new Set([...pages.map(({ file }) => file), ...texts.keys()]) };
}

async function textsBehind(addresses: Record<string, string>): Promise<Map<string, string>> {
  const files = await Promise.all(
    [...byFile(addresses)].map(async ([file, address]): Promise<[string, string]> => {
      const response = await fetch(address);
      if (!response.ok) throw new Error(`${file}: ${response.status}`);
      return [file, await response.text()];
    }),
  );
  return new Map(files);
}

/** The address of a picture that a page names, undefined when there is none. */
export const pictureAddress = (page: string, href: string): string | undefined =>
  pictures.get(joined(page, href));

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

function byFile(found: Record<string, string>): Map<string, string> {
  return new Map(
    Object.entries(found).map(([path, what]) => [path.replace(/^.*\/docs\/platform\//, ''), what]),
  );
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
