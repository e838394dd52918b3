/** A place in the platform design: a file of `docs/platform`, and a section of it. */
export interface PlatformAddress {
  /** Below `docs/platform`, as `size-and-cost.md` or `contracts/energy-day.odcs.yaml`. */
  file: string;
  /** The section's slug, null for the start of the file. */
  section: string | null;
}

/** What a link in a page of the platform design leads to. */
export type LinkTarget =
  | { kind: 'inside'; address: PlatformAddress }
  /** Another site: the browser's business, never ours. */
  | { kind: 'outside'; href: string }
  /** A file that the view does not hold: only its name can be shown. */
  | { kind: 'elsewhere'; name: string };

export const ENTRY = 'README.md';

const ROOT = '#platform';
const TEXT_FILE = /\.(ya?ml)$/;
const HAS_SCHEME = /^([a-z][a-z0-9+.-]*:|\/\/)/i;

/** The place that a URL hash names, or null when the hash is not about the platform design. */
export function platformAddress(hash: string): PlatformAddress | null {
  if (hash !== ROOT && !hash.startsWith(`${ROOT}/`)) return null;
  const path = decoded(hash.slice(ROOT.length + 1)).replace(/\/+$/, '');
  if (path === '') return { file: ENTRY, section: null };
  if (TEXT_FILE.test(path)) return { file: path, section: null };
  const [page = '', section] = path.split('/', 2);
  return { file: page === 'start' ? ENTRY : `${page}.md`, section: section || null };
}

/** The URL hash of a place; `platformAddress` reads it back. */
export function hashOf({ file, section }: PlatformAddress): string {
  if (TEXT_FILE.test(file)) return `${ROOT}/${file}`;
  const page = file === ENTRY ? 'start' : file.replace(/\.md$/, '');
  if (section !== null) return `${ROOT}/${page}/${section}`;
  return file === ENTRY ? ROOT : `${ROOT}/${page}`;
}

/** Where a link written in `file` leads to; `shown` are the files that the view holds. */
export function linkTarget(file: string, href: string, shown: ReadonlySet<string>): LinkTarget {
  if (/^https?:\/\//i.test(href)) return { kind: 'outside', href };
  if (HAS_SCHEME.test(href)) return { kind: 'elsewhere', name: href };
  const [path = '', section = ''] = href.split('#', 2);
  const target = path === '' ? file : joined(file, path);
  if (!shown.has(target)) return { kind: 'elsewhere', name: target };
  return { kind: 'inside', address: { file: target, section: section || null } };
}

/** A path relative to `file`, made relative to the folder of all pages; leading `..` stay. */
export function joined(file: string, path: string): string {
  const parts = file.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    const above = parts.at(-1);
    if (part === '..' && above !== undefined && above !== '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
