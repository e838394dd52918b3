import { GROUP_COLOURS } from '../../charts/quick-chart';
import type { QuickAxis, QuickForm, QuickPoint } from '../../charts/quick-chart';
import { countOf, countText } from '../../domain/number-text';

/** What a quick chart needs of a result. */
export interface QuickTable {
  columns: readonly { name: string; type: string; isNumeric: boolean }[];
  cell: (row: number, column: number) => string | null;
}

/** The rows' own order as x axis. */
export const ROW_ORDER = -1;
/** One colour for all rows. */
export const NO_GROUPS = -1;

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

/** The columns whose texts can have a colour each, beside a given x axis that holds moments or numbers. */
export const groupings = (table: QuickTable, x: number): number[] =>
  x !== ROW_ORDER && axisOf(table, x) === 'name'
    ? []
    : table.columns.flatMap((_, index) => (index !== x && axisOf(table, index) === 'name' ? [index] : []));

/** The column that tells rows at one place apart: the first one with texts that does, if any. */
export function firstGrouping(table: QuickTable, rows: number, x: number, y: number): number {
  if (quickPoints(table, rows, x, y).sharing === 0) return NO_GROUPS;
  const apart = groupings(table, x).find((column) => {
    const { sharing, groups } = quickPoints(table, rows, x, y, column);
    return sharing === 0 && groups.length > 1;
  });
  return apart ?? NO_GROUPS;
}

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
  /** The groups that are drawn, in the order in which they come; none where all rows have one colour. */
  groups: string[];
  /** How many groups more the rows have than there are colours. */
  groupsLeftOut: number;
  /** Rows that have no number, or no place on the x axis. */
  leftOut: number;
  /** Rows that share their place with another one of their group. */
  sharing: number;
  drawnFrom: number;
}

/** The points of the first rows of a result, those of the first groups of a column where one is named. */
export function quickPoints(
  table: QuickTable,
  rows: number,
  x: number,
  y: number,
  by: number = NO_GROUPS,
): QuickPoints {
  const axis = axisOf(table, x) ?? 'name';
  const drawnFrom = Math.min(rows, axis === 'name' ? MOST_NAMES : MOST_ROWS);
  const placed: QuickPoint[] = [];
  for (let row = 0; row < drawnFrom; row++) {
    const xText = x === ROW_ORDER ? countText(row + 1) : table.cell(row, x);
    const yText = table.cell(row, y);
    if (yText === null || (xText === null && axis !== 'name')) continue;
    const place = x === ROW_ORDER ? row + 1 : axis === 'name' ? row : placeOf(xText!, axis);
    const point = { x: place, y: Number(yText), xText: xText ?? 'NULL', yText };
    if (!Number.isFinite(point.x) || !Number.isFinite(point.y)) continue;
    placed.push(by === NO_GROUPS ? point : { ...point, group: table.cell(row, by) ?? 'NULL' });
  }
  const names = [...new Set(placed.flatMap(({ group }) => group ?? []))];
  const groups = names.slice(0, GROUP_COLOURS.length);
  const drawn = new Set(groups);
  const points = placed.filter(({ group }) => group === undefined || drawn.has(group));
  const places = new Set(points.map((point) => `${point.group ?? ''}\n${point.x}`));
  return {
    points,
    axis,
    groups,
    groupsLeftOut: names.length - groups.length,
    leftOut: drawnFrom - placed.length,
    sharing: points.length - places.size,
    drawnFrom,
  };
}

const placeOf = (text: string, axis: QuickAxis): number =>
  axis === 'number'
    ? Number(text)
    : Date.parse(`${text.replace(/Z$/, '').replace(' ', 'T')}${text.length > 10 ? 'Z' : ''}`);

/** Points where a line or bars would lie over each other, bars for few, else a line. */
export function firstForm({ points, axis, groups, sharing }: QuickPoints): QuickForm {
  if (sharing > 0) return 'points';
  if (groups.length > 0) return 'line';
  return axis === 'name' || points.length <= 40 ? 'bars' : 'line';
}

/** What is not drawn, in sentences; empty when all is. */
export function undrawnText(
  { drawnFrom, groups, groupsLeftOut, leftOut, sharing }: QuickPoints,
  rows: number,
): string {
  return [
    drawnFrom < rows
      ? `The first ${countText(drawnFrom)} of ${countText(rows)} rows are drawn: aggregate or order them to see others.`
      : '',
    groupsLeftOut > 0
      ? `The first ${countText(groups.length)} of ${countText(groups.length + groupsLeftOut)} are drawn, one for each colour: filter for others.`
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
