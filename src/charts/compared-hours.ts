import { countOf, isUnitKnown, powerUnitText } from '../domain/number-text';
import type { HeatmapRow } from '../queries/rows/series';
import type { ChartTable, Reading } from './chart-spec';
import {
  DIFFERENCE_SHADES,
  differenceScale,
  differenceShade,
  signedText,
  tidyDifference,
} from './difference-scale';
import type { DifferenceScale } from './difference-scale';
import { cellKey, heatCellReading, heatPanel, hourValueText } from './heatmap';
import type { HeatCell, HeatPaint, HeatPanel } from './heatmap';
import { changeText } from './overlay';
import { otherPart, otherTime } from './time-shift';
import type { TimeShift } from './time-shift';
import { dateOf, dateText, minuteText, monthYearText } from './time-text';
import type { TimeWindow } from './timeline-window';

/** One hour of a meter beside the same hour of what it is compared with. */
export interface ComparedHour extends HeatmapRow {
  /** Null where the other year has no such date. */
  other_local_date: number | null;
  /** Null where it is missing, and where the other side has no such hour. */
  other_energy_per_hour: number | null;
  /** The meter's own less the other; null where either is not known. */
  difference_per_hour: number | null;
  is_on_both_sides: boolean;
}

export interface ComparedHours {
  rows: ComparedHour[];
  /** Hours that both sides know, that one of them misses, and that exist on one side only. */
  known: number;
  missing: number;
  alone: number;
}

/** The rows of whole dates inside a stretch of local time. */
export const rowsWithin = <R extends { local_date: number }>(
  rows: readonly R[],
  { from, to }: TimeWindow,
): R[] => rows.filter(({ local_date }) => local_date >= dateOf(from) && local_date < to);

/**
 * The hours of `common`, each beside the one that lies `shift` earlier in the other rows. The second time
 * of an hour that happens twice has a counterpart only where that hour happens twice on both sides.
 */
export function compareHours(
  own: readonly HeatmapRow[],
  other: readonly HeatmapRow[],
  common: TimeWindow,
  shift: TimeShift,
): ComparedHours {
  const others = new Map(
    rowsWithin(other, otherPart(common, shift)).map((row) => [
      cellKey(row.local_date, row.local_hour, row.pass),
      row,
    ]),
  );
  const rows = rowsWithin(own, common).map((row): ComparedHour => {
    const other_local_date = otherTime(row.local_date, shift);
    const found =
      other_local_date === null ? undefined : others.get(cellKey(other_local_date, row.local_hour, row.pass));
    const theirs = found?.energy_per_hour ?? null;
    return {
      ...row,
      other_local_date,
      other_energy_per_hour: theirs,
      difference_per_hour:
        row.energy_per_hour === null || theirs === null ? null : tidyDifference(row.energy_per_hour, theirs),
      is_on_both_sides: found !== undefined,
    };
  });
  const both = rows.filter((row) => row.is_on_both_sides);
  const known = both.filter((row) => row.difference_per_hour !== null).length;
  return {
    rows,
    known,
    missing: both.length - known,
    alone: rows.length - both.length + others.size - both.length,
  };
}

/** The scale of the differences of hours. */
export const hourDifferenceScale = ({ rows }: ComparedHours): DifferenceScale =>
  differenceScale(rows.flatMap(({ difference_per_hour: by }) => (by === null ? [] : [by])));

/** The hours of one stretch of dates with a shade for each difference. */
export const differencePanel = (
  { rows }: ComparedHours,
  scale: DifferenceScale,
  span: TimeWindow,
  title: string,
): HeatPanel => heatPanel(rowsWithin(rows, span), differencePaint(scale), span, title);

const differencePaint = (scale: DifferenceScale): HeatPaint<ComparedHour> => ({
  shades: DIFFERENCE_SHADES,
  shadeOf: ({ is_on_both_sides, difference_per_hour }) =>
    !is_on_both_sides
      ? 'apart'
      : difference_per_hour === null
        ? null
        : differenceShade(difference_per_hour, scale),
});

/** The names of both sides of a comparison. */
export interface SideNames {
  own: string;
  other: string;
}

/** What a 29 February has beside it. */
export const NO_SUCH_DATE = 'has no such date';

/** `+1.2 kW (+15%)`. */
export function differenceText(own: number, other: number, unitWords: string): string {
  const by = tidyDifference(own, other);
  return by === 0
    ? 'no difference'
    : `${[signedText(by), unitWords].join(' ').trim()}${changeText(own, other)}`;
}

/** `kW`, or `per hour` where nobody stated the unit. */
export const rateWords = (unit: string): string => (isUnitKnown(unit) ? powerUnitText(unit) : 'per hour');

/** What a reader is told about one cell of a difference: by how much, and both values. */
export const differenceCellText = (
  panel: HeatPanel,
  cell: HeatCell,
  unit: string,
  names: SideNames,
): Reading =>
  heatCellReading(panel, cell, (row: ComparedHour) => {
    const { energy_per_hour: mine, other_energy_per_hour: theirs } = row;
    const { other_local_date: date } = row;
    if (date === null)
      return [`${names.own}: ${hourValueText(mine, unit)}`, `${names.other}: ${NO_SUCH_DATE}`];
    const moved = date === row.local_date ? '' : ` (${dateText(date)})`;
    return [
      ...(mine !== null && theirs !== null ? [differenceText(mine, theirs, rateWords(unit))] : []),
      `${names.own}: ${hourValueText(mine, unit)}`,
      row.is_on_both_sides
        ? `${names.other}: ${hourValueText(theirs, unit)}${moved}`
        : `${names.other}: has no such hour${moved}`,
    ];
  });

/** `8,736 hours are compared. 1 hour exists on one side only; …`: nothing is left out in silence. */
export function comparedHoursText({ known, missing, alone }: ComparedHours): string {
  const left = [
    ...(missing > 0 ? [`${countOf(missing, 'hour')} with a missing side`] : []),
    ...(alone > 0 ? [`${countOf(alone, 'hour')} that only one side has`] : []),
  ];
  const compared = `${countOf(known, 'hour')} compared`;
  return left.length > 0 ? `${compared}; not compared: ${left.join(', ')}.` : `${compared}.`;
}

/** The mean difference and the largest ones of each month. */
export function differenceTable({ rows }: ComparedHours, unit: string, names: SideNames): ChartTable {
  const months = new Map<string, ComparedHour[]>();
  for (const row of rows) {
    const name = monthYearText(row.local_date);
    const list = months.get(name);
    if (list) list.push(row);
    else months.set(name, [row]);
  }
  const words = rateWords(unit);
  const at = (row: ComparedHour | undefined) =>
    row
      ? `${signedText(row.difference_per_hour!)} ${words} on ${dateText(row.local_date)} ${minuteText(row.local_hour * 60)}`
      : 'none';
  return {
    caption: `Each month’s hours: ${names.own} less ${names.other}`,
    columns: ['Month', 'Mean difference', 'Furthest above', 'Furthest below', 'Hours not compared'],
    rows: [...months].map(([name, list]) => {
      const known = list
        .filter((row) => row.difference_per_hour !== null)
        .sort((a, b) => a.difference_per_hour! - b.difference_per_hour!);
      const sum = known.reduce((total, row) => total + row.difference_per_hour!, 0);
      return [
        name,
        known.length ? `${signedText(sum / known.length)} ${words}` : 'none',
        at(known.findLast((row) => row.difference_per_hour! > 0)),
        at(known.find((row) => row.difference_per_hour! < 0)),
        String(list.length - known.length),
      ];
    }),
  };
}
