import { tableFromIPC } from 'apache-arrow';
import { DATA_DICTIONARY } from '../etl/data-dictionary';

/** Characters that make a spreadsheet take a text cell for a formula. */
const FORMULA_START = /^[=+\-@\t\r]/;

/** The header line of the CSV form of the analytical table. */
export function csvHeader(): string[] {
  return DATA_DICTIONARY.map((column) => column.name);
}

/**
 * Rows of text cells from an Arrow IPC stream of the analytical table. Times are
 * ISO 8601, UTC with Z and local without; null is an empty cell. A text that a
 * spreadsheet would run as a formula gets a leading apostrophe.
 */
export function csvCells(ipc: Uint8Array): string[][] {
  const table = tableFromIPC(ipc);
  const columns = table.schema.fields.map((field, index) => ({
    name: field.name,
    values: table.getChildAt(index),
  }));
  return Array.from({ length: table.numRows }, (_cells, row) =>
    columns.map(({ name, values }) => cell(name, values?.get(row) as unknown)),
  );
}

function cell(name: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return FORMULA_START.test(value) ? `'${value}` : value;
  if (name === 'timestamp_utc') return new Date(Number(value)).toISOString();
  if (name === 'timestamp_local') return new Date(Number(value)).toISOString().slice(0, -1);
  if (name === 'local_date') return new Date(Number(value)).toISOString().slice(0, 10);
  return typeof value === 'boolean' ? String(value) : String(Number(value));
}
