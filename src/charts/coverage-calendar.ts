import { countOf, countText } from '../domain/number-text';
import type { CoverageDayRow } from '../queries/rows/quality';
import type { ChartTable } from './chart-spec';
import { LARGEST_TABLE } from './chart-spec';
import { DAY, weekdayDateText, yearOf } from './time-text';

/** What became of a local date, the gravest first where several are true. */
export const COVERAGE_KINDS = ['aside', 'missing', 'suspect', 'partly', 'estimated', 'complete'] as const;
export type CoverageKind = (typeof COVERAGE_KINDS)[number];

/** One local date in the calendar. */
export interface CoverageCell {
  local_date: number;
  kind: CoverageKind;
  /** Rows of the date were set aside although another row of it counts. */
  hasAsideBeside: boolean;
  row: CoverageDayRow;
}

export interface CoverageYear {
  year: number;
  cells: CoverageCell[];
}

const TEXTS: Readonly<Record<CoverageKind, string>> = {
  aside: 'row set aside',
  missing: 'no value',
  suspect: 'with doubtful values',
  partly: 'partly known',
  estimated: 'with estimated values',
  complete: 'complete',
};

export const coverageText = (kind: CoverageKind): string => TEXTS[kind];

function kindOf(row: CoverageDayRow): CoverageKind {
  if (row.intervals_known === 0) return row.rows_set_aside > 0 && !row.has_row ? 'aside' : 'missing';
  if (row.intervals_suspect > 0) return 'suspect';
  if (row.intervals_known < row.intervals) return 'partly';
  return row.intervals_estimated > 0 ? 'estimated' : 'complete';
}

/** The dates of a series year by year; a line that covers a month stands on each of its dates. */
export function coverageYears(rows: readonly CoverageDayRow[]): CoverageYear[] {
  const years = new Map<number, CoverageYear>();
  for (const row of rows) {
    const kind = kindOf(row);
    const hasAsideBeside = row.rows_set_aside > 0 && kind !== 'aside';
    for (let day = 0; day < row.days; day++) {
      const local_date = row.local_date + day * DAY;
      const year = yearOf(local_date);
      const known = years.get(year) ?? { year, cells: [] };
      known.cells.push({ local_date, kind, hasAsideBeside, row });
      years.set(year, known);
    }
  }
  return [...years.values()].sort((one, other) => one.year - other.year);
}

/** What can be said of a date, in short lines. */
export function coverageLines({ kind, row }: CoverageCell): string[] {
  const lines = [coverageText(kind)];
  if (row.intervals > 0) {
    lines.push(`${countText(row.intervals_known)} of ${countOf(row.intervals, 'interval')} have a value`);
  }
  if (row.intervals_suspect > 0) lines.push(`${countText(row.intervals_suspect)} doubtful`);
  if (row.intervals_estimated > 0) lines.push(`${countText(row.intervals_estimated)} estimated`);
  if (row.intervals_split > 0) lines.push(`${countText(row.intervals_split)} shared out from a doubled slot`);
  if (row.rows_set_aside > 0) lines.push(`${countOf(row.rows_set_aside, 'row')} set aside`);
  return lines;
}

/** How many dates there are of each kind that occurs. */
export function coverageCounts(years: readonly CoverageYear[]): { kind: CoverageKind; days: number }[] {
  const cells = years.flatMap((year) => year.cells);
  return COVERAGE_KINDS.toReversed()
    .map((kind) => ({ kind, days: cells.filter((cell) => cell.kind === kind).length }))
    .filter(({ days }) => days > 0);
}

/** The dates that are not simply complete, for people who hear the page. */
export function coverageTable(years: readonly CoverageYear[]): ChartTable {
  const odd = years
    .flatMap((year) => year.cells)
    .filter((cell) => cell.kind !== 'complete' || cell.hasAsideBeside);
  const left = odd.length > LARGEST_TABLE ? `, the first ${LARGEST_TABLE} of ${countText(odd.length)}` : '';
  return {
    caption: odd.length ? `Days that are not complete${left}` : 'Every day is complete',
    columns: ['Date', 'Coverage'],
    rows: odd
      .slice(0, LARGEST_TABLE)
      .map((cell) => [weekdayDateText(cell.local_date), coverageLines(cell).join(', ')]),
  };
}
