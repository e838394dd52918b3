/** A chart's rows as the queries answer them: plain objects of one shape. */
export type FigureRows = readonly object[];

const DATE_ONLY = /^(other_)?local_(date|month)$/;
const UTC_TIME = /_utc$/;
const LOCAL_TIME = /_local$/;

/**
 * The rows as CSV: one column for each of their fields, numbers as they are, dates as `2022-03-27`,
 * UTC times with a Z and local times without. A list becomes its items, parted by spaces.
 */
export function csvOfRows(rows: FigureRows): string {
  const names = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => {
    const values = row as Record<string, unknown>;
    return names.map((name) => cell(textOf(name, values[name]))).join(',');
  });
  return [names.map(cell).join(','), ...lines, ''].join('\r\n');
}

function textOf(name: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((item) => (item === null ? 'null' : String(item))).join(' ');
  if (typeof value !== 'number') return typeof value === 'string' ? value : JSON.stringify(value);
  if (DATE_ONLY.test(name)) return new Date(value).toISOString().slice(0, 10);
  if (UTC_TIME.test(name)) return new Date(value).toISOString();
  if (LOCAL_TIME.test(name)) return new Date(value).toISOString().slice(0, 19);
  return String(value);
}

/** Quoted where it must be; text that a spreadsheet would run as a formula is kept from it. */
function cell(text: string): string {
  const safe = /^[=@\t\r]|^[+-](?![\d.])/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
