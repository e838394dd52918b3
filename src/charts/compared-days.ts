import { countOf, countText, energyText, numberText, unitText, isUnitKnown } from '../domain/number-text';
import type { DailyRow } from '../queries/rows/series';
import { calendarSheets } from './calendar';
import type { CalendarDay, CalendarMonth, DayPaint } from './calendar';
import type { ChartTable, Reading } from './chart-spec';
import { differenceText, NO_SUCH_DATE, rowsWithin } from './compared-hours';
import type { SideNames } from './compared-hours';
import { differenceScale, differenceShade, signedText, tidyDifference } from './difference-scale';
import type { DifferenceScale } from './difference-scale';
import { otherPart, otherTime } from './time-shift';
import type { TimeShift } from './time-shift';
import { monthYearText, weekdayDateText } from './time-text';
import type { TimeWindow } from './timeline-window';

/** One local day of a meter beside the same day of what it is compared with. */
export interface ComparedDay extends DailyRow {
  /** Null where the other year has no such date. */
  other_local_date: number | null;
  /** Null where nothing is known of the day. */
  other_energy: number | null;
  other_intervals: number;
  other_intervals_missing: number;
  other_minutes: number;
  /** The meter's own less the other; null unless both sides know every interval of the day. */
  difference: number | null;
}

/** The days of `common`, each beside the one that lies `shift` earlier in the other rows. */
export function compareDays(
  own: readonly DailyRow[],
  other: readonly DailyRow[],
  common: TimeWindow,
  shift: TimeShift,
): ComparedDay[] {
  const others = new Map(rowsWithin(other, otherPart(common, shift)).map((row) => [row.local_date, row]));
  return rowsWithin(own, common).map((row) => {
    const other_local_date = otherTime(row.local_date, shift);
    const found = other_local_date === null ? undefined : others.get(other_local_date);
    const isWhole = (day: DailyRow | undefined) => day !== undefined && day.intervals_missing === 0;
    const theirs = found?.energy ?? null;
    return {
      ...row,
      other_local_date,
      other_energy: theirs,
      other_intervals: found?.intervals ?? 0,
      other_intervals_missing: found?.intervals_missing ?? 0,
      other_minutes: found?.minutes ?? 0,
      difference:
        isWhole(row) && isWhole(found) && row.energy !== null && theirs !== null
          ? tidyDifference(row.energy, theirs)
          : null,
    };
  });
}

/** The scale of the differences of days. */
export const dayDifferenceScale = (days: readonly ComparedDay[]): DifferenceScale =>
  differenceScale(days.flatMap(({ difference }) => (difference === null ? [] : [difference])));

const differencePaint =
  (scale: DifferenceScale): DayPaint<ComparedDay> =>
  ({ difference, energy, other_energy, other_local_date }) => {
    if (difference !== null) return { shade: differenceShade(difference, scale), missing: 'none' };
    if (other_local_date === null) return { shade: null, missing: 'outside' };
    return { shade: null, missing: energy === null || other_energy === null ? 'all' : 'some' };
  };

/** The months of a stretch of time with a shade for each day's difference. */
export const differenceMonths = (
  days: readonly ComparedDay[],
  scale: DifferenceScale,
  span: TimeWindow,
): CalendarMonth[] => calendarSheets(days, differencePaint(scale), span);

/** What a reader is told about one day of a difference: by how much, both values, and what either misses. */
export function differenceDayReading(
  day: CalendarDay,
  unit: string,
  names: SideNames,
  more: readonly string[],
): Reading {
  const title = weekdayDateText(day.date);
  const data = day.data as ComparedDay | null;
  if (!data) return { title, lines: ['Outside what is compared', ...more] };
  const moved =
    data.other_local_date === null || data.other_local_date === data.local_date
      ? ''
      : ` (${weekdayDateText(data.other_local_date)})`;
  const lines = [
    `${names.own}: ${sideText(data.energy, data.intervals, data.intervals_missing, unit)}`,
    data.other_local_date === null
      ? `${names.other}: ${NO_SUCH_DATE}`
      : `${names.other}: ${sideText(data.other_energy, data.other_intervals, data.other_intervals_missing, unit)}${moved}`,
  ];
  if (data.difference !== null) {
    lines.unshift(differenceText(data.energy!, data.other_energy!, isUnitKnown(unit) ? unitText(unit) : ''));
  } else if (data.other_local_date !== null) lines.push('Not compared: a side is not complete');
  if (data.other_minutes > 0 && data.minutes !== data.other_minutes) {
    lines.push(`${numberText(data.minutes / 60)} hours beside ${numberText(data.other_minutes / 60)}`);
  }
  return { title, lines: [...lines, ...more] };
}

const sideText = (energy: number | null, intervals: number, missing: number, unit: string): string =>
  energy === null
    ? 'missing'
    : `${energyText(energy, unit)}${missing > 0 ? `, ${countText(intervals - missing)} of ${countText(intervals)} intervals` : ''}`;

/** `365 days compared; not compared: 3 days with something missing.` */
export function comparedDaysText(days: readonly ComparedDay[]): string {
  const beside = days.filter((day) => day.other_local_date !== null);
  const left = beside.filter(({ difference }) => difference === null).length;
  const compared = `${countOf(beside.length - left, 'day')} compared`;
  return left > 0
    ? `${compared}; not compared: ${countOf(left, 'day')} with something missing.`
    : `${compared}.`;
}

/** The months as text: the sum of the days that both sides have in full, and their difference. */
export function comparedDaysTable(days: readonly ComparedDay[], unit: string, names: SideNames): ChartTable {
  const months = new Map<string, ComparedDay[]>();
  for (const day of days) {
    const name = monthYearText(day.local_date);
    const list = months.get(name);
    if (list) list.push(day);
    else months.set(name, [day]);
  }
  const sum = (list: readonly ComparedDay[], of: (day: ComparedDay) => number) =>
    list.reduce((total, day) => total + of(day), 0);
  return {
    caption: `Each month’s complete days: ${names.own} less ${names.other}`,
    columns: ['Month', names.own, names.other, `Difference (${unitText(unit)})`, 'Days not compared'],
    rows: [...months].map(([name, list]) => {
      const known = list.filter((day) => day.difference !== null);
      return [
        name,
        energyText(
          sum(known, (day) => day.energy!),
          unit,
        ),
        energyText(
          sum(known, (day) => day.other_energy!),
          unit,
        ),
        signedText(sum(known, (day) => day.difference!)),
        countText(list.length - known.length),
      ];
    }),
  };
}
