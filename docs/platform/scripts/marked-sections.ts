/**
 * Parts of a Markdown page that a script writes. They stand between
 * `<!-- generated: NAME -->` and `<!-- /generated -->`, each on a line of its own.
 */

const OPEN = /^<!-- generated: ([a-z0-9-]+) -->$/;
const CLOSE = '<!-- /generated -->';

/** The names of a page's generated parts, in order. */
export function sectionNames(page: string): string[] {
  return page.split('\n').flatMap((line) => OPEN.exec(line)?.[1] ?? []);
}

/**
 * Puts fresh text into every generated part of a page.
 * @throws Error when a part has no text, or is not closed
 */
export function fillSections(page: string, texts: Readonly<Record<string, string>>): string {
  const out: string[] = [];
  let skipping = false;
  for (const line of page.split('\n')) {
    const name = OPEN.exec(line)?.[1];
    if (line === CLOSE) skipping = false;
    if (!skipping) out.push(line);
    if (name === undefined) continue;
    const text = texts[name];
    if (text === undefined) throw new Error(`no text for the generated part “${name}”`);
    out.push('', text.trim(), '');
    skipping = true;
  }
  if (skipping) throw new Error('a generated part is not closed');
  return out.join('\n');
}

/** A Markdown table. Cells must not contain line breaks; bars are escaped. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
