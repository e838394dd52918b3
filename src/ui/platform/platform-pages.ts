import type { Token } from 'marked';
import { fetchContent } from 'virtual:shipped/platform';
import { joined } from './platform-address';

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

/** The design as a build writes it, Markdown cut into tokens. */
export interface PlatformDesign {
  /** The entry, then the others in the order in which the entry's table of all pages names them. */
  pages: readonly PlatformPage[];
  /** Files that are shown as they are: name and text. */
  texts: readonly (readonly [string, string])[];
}

/** The design as the view uses it. */
interface ShownDesign {
  pages: readonly PlatformPage[];
  texts: ReadonlyMap<string, string>;
  /** Every file that has an address of its own in the view. */
  shownFiles: ReadonlySet<string>;
}

const PICTURES: Record<string, string> = import.meta.glob('../../../docs/platform/diagrams/*.svg', {
  query: '?url',
  import: 'default',
  eager: true,
});
const pictures = byFile(PICTURES);

let fetched: ShownDesign | null = null;

/** Fetches the pages and contracts from this origin, once. */
export async function fetchPlatformDesign(): Promise<void> {
  if (fetched) return;
  const { pages, texts } = (await fetchContent()) as PlatformDesign;
  const files = [...pages.map(({ file }) => file), ...texts.map(([file]) => file)];
  fetched = { pages, texts: new Map(texts), shownFiles: new Set(files) };
}

/** The design, once it has been fetched: only the view itself asks, which is not shown before. */
export function platformDesign(): ShownDesign {
  if (!fetched) throw new Error('the platform design was not fetched');
  return fetched;
}

/** The address of a picture that a page names, undefined when there is none. */
export const pictureAddress = (page: string, href: string): string | undefined =>
  pictures.get(joined(page, href));

function byFile(found: Record<string, string>): Map<string, string> {
  return new Map(
    Object.entries(found).map(([path, what]) => [path.replace(/^.*\/docs\/platform\//, ''), what]),
  );
}
