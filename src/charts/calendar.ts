import type { DailyRow } from '../queries/rows/series';
import { countText, energyText, numberText, unitText } from '../domain/number-text';
import type { ChartTable, Reading } from './chart-spec';
import { shadeOf, shadeScale } from './heatmap';
import type { HeatScale } from './heatmap';
import { DAY, monthNameText, monthYearText, nextMonth, weekdayDateText, yearOf } from './time-text';
import type { TimeWindow } from './timeline-window';

/** One local date of a calendar sheet. */
export interface CalendarDay {
  date: number;
  /** Column, 0 is Monday, and row of the month's sheet. */
  column: number;
  row: number;
  /** Null where nothing is known of the day. */
  shade: number | null;
  /** `some` of the day's intervals are missing, or `all`; `outside` the data. */
  missing: 'none' | 'some' | 'all' | 'outside';
  /** Hours of the day where they are not 24. */
  oddHours: number | null;
  data: DailyRow | null;
}

/** One month as a sheet of weeks. */
export interface CalendarMonth {
  /** First day of the month. */
  month: number;
  title: string;
  /** The month without its year. */
  name: string;
  weeks: number;
  days: CalendarDay[];
}

/** The scale of the calendar's colours: the energy of whole days. */
export const calendarScale = (rows: readonly DailyRow[]): HeatScale =>
  shadeScale(rows.flatMap((row) => (row.energy === null || row.intervals_missing > 0 ? [] : [row.energy])));

/** How a day is coloured, and what of it is missing. */
export type DayPaint<R extends DailyRow> = (row: R) => Pick<CalendarDay, 'shade' | 'missing'>;

/** The colours of a day's energy. */
export const energyDays =
  (scale: HeatScale): DayPaint<DailyRow> =>
  (row) => ({ shade: row.energy === null ? null : shadeOf(row.energy, scale), missing: missingOf(row) });

/** Every month of the calendar years that have rows, in order; empty for readings longer than a day. */
export function calendarMonths(rows: readonly DailyRow[], scale: HeatScale): CalendarMonth[] {
  const first = rows[0];
  const last = rows.at(-1);
  if (!first || !last) return [];
  return calendarSheets(rows, energyDays(scale), {
    from: Date.UTC(yearOf(first.local_date), 0, 1),
    to: Date.UTC(yearOf(last.local_date) + 1, 0, 1),
  });
}

/** Every month that a stretch of time touches, in order, in the colours of `paint`. */
export function calendarSheets<R extends DailyRow>(
  rows: readonly R[],
  paint: DayPaint<R>,
  { from, to }: TimeWindow,
): CalendarMonth[] {
  const byDate = new Map(rows.map((row) => [row.local_date, row]));
  const months: CalendarMonth[] = [];
  const first = new Date(from);
  const start = Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), 1);
  for (let month = start; month < to; month = nextMonth(month)) months.push(monthSheet(month, byDate, paint));
  return months;
}

const weekdayOf = (date: number): number => (new Date(date).getUTCDay() + 6) % 7;

function monthSheet<R extends DailyRow>(
  month: number,
  rows: Map<number, R>,
  paint: DayPaint<R>,
): CalendarMonth {
  const start = weekdayOf(month);
  const days: CalendarDay[] = [];
  for (let date = month; date < nextMonth(month); date += DAY) {
    const place = start + (date - month) / DAY;
    const data = rows.get(date) ?? null;
    days.push({
      date,
      column: place % 7,
      row: Math.floor(place / 7),
      ...(data ? paint(data) : { shade: null, missing: 'outside' }),
      oddHours: data && data.minutes !== 1440 ? data.minutes / 60 : null,
      data,
    });
  }
  return {
    month,
    title: monthYearText(month),
    name: monthNameText(month),
    weeks: (days.at(-1)?.row ?? 0) + 1,
    days,
  };
}

function missingOf(row: DailyRow): CalendarDay['missing'] {
  if (row.energy === null) return 'all';
  return row.intervals_missing > 0 ? 'some' : 'none';
}

/** What a reader is told about one day; `more` are further lines such as its annotations. */
export function calendarReading(day: CalendarDay, unit: string, more: readonly string[] = []): Reading {
  const { data } = day;
  const lines = data ? [energyText(data.energy, unit)] : ['Outside the data'];
  if (data && data.intervals_missing > 0) {
    lines.push(
      `${countText(data.intervals - data.intervals_missing)} of ${countText(data.intervals)} intervals have a value`,
    );
  }
  if (day.oddHours !== null) lines.push(`A day of ${numberText(day.oddHours)} hours`);
  return { title: weekdayDateText(day.date), lines: [...lines, ...more] };
}

/** The months as text: total, mean of complete days, highest day, days with gaps. */
export function calendarTable(months: readonly CalendarMonth[], unit: string): ChartTable {
  return {
    caption: 'Days of each month',
    columns: ['Month', `Highest day (${unitText(unit)})`, 'On', 'Days with missing intervals'],
    rows: months.flatMap(({ title, days }) => {
      const known = days.filter((day) => day.shade !== null);
      const highest = known.reduce<CalendarDay | null>(
        (best, day) => (best === null || day.data!.energy! > best.data!.energy! ? day : best),
        null,
      );
      if (!days.some((day) => day.data)) return [];
      const gaps = days.filter((day) => day.missing === 'some' || day.missing === 'all').length;
      return [
        [
          title,
          energyText(highest?.data?.energy ?? null, unit),
          highest ? weekdayDateText(highest.date) : 'none',
          countText(gaps),
        ],
      ];
    }),
  };
}

/** Where everything of a sheet of months lies, in pixels. */
export interface CalendarFrame {
  columns: number;
  /** Side of one day's square. */
  cell: number;
  monthWidth: number;
  monthHeight: number;
}

const SMALLEST_CELL = 19;
const LARGEST_CELL = 34;
const BETWEEN = 20;
const COLUMNS = [12, 6, 4, 3, 2, 1];
/** Room for a month's name and its weekdays. */
export const CALENDAR_HEAD = 40;
const LOW = 14;

/** As many months beside each other as leave each day room for its number. */
export function calendarFrame(width: number): CalendarFrame {
  const cellFor = (columns: number) =>
    Math.floor(Math.min(LARGEST_CELL, (width - (columns - 1) * BETWEEN) / columns / 7));
  const columns = COLUMNS.find((count) => cellFor(count) >= SMALLEST_CELL) ?? 1;
  const cell = cellFor(columns);
  return {
    columns,
    cell,
    monthWidth: (width + BETWEEN) / columns,
    monthHeight: CALENDAR_HEAD + 6 * cell + LOW,
  };
}

/** The upper left corner of a month's days. */
export function monthPlace(index: number, frame: CalendarFrame): { x: number; y: number } {
  return {
    x: (index % frame.columns) * frame.monthWidth,
    y: Math.floor(index / frame.columns) * frame.monthHeight + CALENDAR_HEAD,
  };
}

/** The day at a place of the picture, null between the sheets. */
export function dayAt(
  months: readonly CalendarMonth[],
  frame: CalendarFrame,
  x: number,
  y: number,
): CalendarDay | null {
  const across = Math.min(frame.columns - 1, Math.floor(x / frame.monthWidth));
  const index = Math.floor(y / frame.monthHeight) * frame.columns + across;
  const month = months[index];
  if (!month) return null;
  const place = monthPlace(index, frame);
  const column = Math.floor((x - place.x) / frame.cell);
  const row = Math.floor((y - place.y) / frame.cell);
  return month.days.find((day) => day.column === column && day.row === row) ?? null;
}
