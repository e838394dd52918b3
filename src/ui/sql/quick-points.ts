import type { QuickAxis, QuickForm, QuickPoint } from '../../charts/quick-chart';
import { countOf, countText } from '../../domain/number-text';

/** What a quick chart needs of a result. */
export interface QuickTable {
  columns: readonly { name: string; type: string; isNumeric: boolean }[];
  cell: (row: number, column: number) => string | null;
}

/** The rows' own order as x axis. */
export const ROW_ORDER = -1;

/** So many rows are drawn at most, and so many where each has a name. */
const MOST_ROWS = 5000;
const MOST_NAMES = 60;

export function axisOf(table: QuickTable, column: number): QuickAxis | null {
  const found = table.columns[column];
  if (!found) return 'number';
  if (found.isNumeric) return 'number';
  if (/^(date|timestamp)/.test(found.type)) return 'time';
  return /^(varchar|boolean|time)$/.test(found.type) ? 'name' : null;
}

/** The columns that can be measured upwards. */
export const measures = (table: QuickTable): number[] =>
  table.columns.flatMap(({ isNumeric }, index) => (isNumeric ? [index] : []));

/** The columns that can lie along the x axis. */
export const bases = (table: QuickTable): number[] =>
  table.columns.flatMap((_, index) => (axisOf(table, index) === null ? [] : [index]));

/** What is drawn until somebody chooses: time, else names, else the first number; against the first measured value. */
export function firstChoice(table: QuickTable): { x: number; y: number } | null {
  const numbers = measures(table);
  if (numbers.length === 0) return null;
  const of = (axis: QuickAxis) => bases(table).find((column) => axisOf(table, column) === axis);
  const x = of('time') ?? of('name') ?? (numbers.length > 1 ? numbers[0]! : ROW_ORDER);
  const others = numbers.filter((column) => column !== x);
  const measured = others.find((column) => /^(double|float|decimal)/.test(table.columns[column]!.type));
  return { x, y: measured ?? others.at(-1) ?? numbers[0]! };
}

export interface QuickPoints {
  points: QuickPoint[];
  axis: QuickAxis;
  /** Rows that have no number, or no place on the x axis. */
  leftOut: number;
  /** Rows that share their place with another one. */
  sharing: number;
  drawnFrom: number;
}

/** The points of the first rows of a result. */
export function quickPoints(table: QuickTable, rows: number, x: number, y: number): QuickPoints {
  const axis = axisOf(table, x) ?? 'name';
  const drawnFrom = Math.min(rows, axis === 'name' ? MOST_NAMES : MOST_ROWS);
  const points: QuickPoint[] = [];
  for (let row = 0; row < drawnFrom; row++) {
    const xText = x === ROW_ORDER ? countText(row + 1) : table.cell(row, x);
    const yText = table.cell(row, y);
    if (yText === null || (xText === null && axis !== 'name')) continue;
    const place = x === ROW_ORDER ? row + 1 : axis === 'name' ? row : placeOf(xText!, axis);
    const point = { x: place, y: Number(yText), xText: xText ?? 'NULL', yText };
    if (Number.isFinite(point.x) && Number.isFinite(point.y)) points.push(point);
  }
  const places = new Set(points.map((point) => point.x));
  return {
    points,
    axis,
    leftOut: drawnFrom - points.length,
    sharing: points.length - places.size,
    drawnFrom,
  };
}

const placeOf = (text: string, axis: QuickAxis): number =>
  axis === 'number'
    ? Number(text)
    : Date.parse(`${text.replace(/Z$/, '').replace(' ', 'T')}${text.length > 10 ? 'Z' : ''}`);

/** Points where a line or bars would lie over each other, bars for few, else a line. */
export function firstForm({ points, axis, sharing }: QuickPoints): QuickForm {
  if (sharing > 0) return 'points';
  return axis === 'name' || points.length <= 40 ? 'bars' : 'line';
}

/** What is not drawn, in sentences; empty when all is. */
export function undrawnText({ drawnFrom, leftOut, sharing }: QuickPoints, rows: number): string {
  return [
    drawnFrom < rows
      ? `The first ${countText(drawnFrom)} of ${countText(rows)} rows are drawn: aggregate or order them to see others.`
      : '',
    leftOut > 0
      ? `${countOf(leftOut, 'row')} without a number ${leftOut === 1 ? 'is' : 'are'} left out.`
      : '',
    sharing > 0
      ? `${countOf(sharing, 'row')} ${sharing === 1 ? 'shares' : 'share'} a place with another, so only points can be drawn: group or filter them for a line.`
      : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
