const START = '<!-- rule rates: npm run rules -->';
const END = '<!-- end of rule rates -->';

/** The document with another table between the two marks. */
export function withRates(document: string, table: string): string {
  const from = document.indexOf(START);
  const to = document.indexOf(END);
  if (from < 0 || to < from) throw new Error(`docs/etl.md lacks ${START} … ${END}`);
  return `${document.slice(0, from + START.length)}\n\n${table}\n\n${document.slice(to)}`;
}

/** What stands between the two marks, as the formatter left it, without its padding. */
export function ratesIn(document: string): string {
  const between = document.slice(document.indexOf(START) + START.length, document.indexOf(END));
  return plain(between);
}

/** A table without the padding that a formatter adds. */
export function plain(text: string): string {
  return text.replaceAll(/ +/g, ' ').replaceAll(/-{3,}/g, '---').trim();
}
