import type { HeatmapRow } from '../queries/rows/series';
import { energyText, numberText, powerText, unitText } from '../domain/number-text';
import type { ChartTable, Reading } from './chart-spec';
import { dateTicks } from './date-ticks';
import type { TimeWindow } from './timeline-window';
import {
  DAY,
  dateText,
  dayMonthText,
  minuteText,
  monthYearText,
  nextMonth,
  weekdayDateText,
  yearOf,
} from './time-text';

/** Shades between the lowest and the highest value. */
export const SHADES = 24;

/** The colour scale: low and high ends, and whether values above `high` exist. */
export interface HeatScale {
  low: number;
  high: number;
  clipped: boolean;
  constant: boolean;
}

/** A part of one column: day, hour and height in cells. */
export interface HeatRect {
  x: number;
  y: number;
  height: number;
}

/** One calendar year of the picture. Paths are in cells: x counts days from `firstDate`, y counts hours. */
export interface HeatPanel {
  year: number;
  /** What stands over it: the year, and whose hours they are where there are two. */
  title: string;
  firstDate: number;
  days: number;
  /** One SVG path per shade, empty text where no cell has it. */
  shades: string[];
  missing: HeatRect[];
  nonexistent: HeatRect[];
  /** Dates along the days, months where the period is long. */
  ticks: { x: number; label: string }[];
  /** Days that do not have 24 hours. */
  oddDays: { x: number; hour: number; hours: number; label: string; kind: 'gap' | 'overlap' }[];
  cells: Map<string, HeatmapRow>;
}

export const cellKey = (date: number, hour: number, pass: number): string => `${date}/${hour}/${pass}`;

/** The scale over all known hours. */
export const heatScale = (rows: readonly HeatmapRow[]): HeatScale =>
  shadeScale(rows.flatMap((row) => (row.energy_per_hour === null ? [] : [row.energy_per_hour])));

/** The scale over values; a few extreme ones do not wash out the rest. */
export function shadeScale(unsorted: readonly number[]): HeatScale {
  const values = [...unsorted].sort((a, b) => a - b);
  const low = values[0] ?? 0;
  const highest = values.at(-1) ?? 0;
  const common = values[Math.floor((values.length - 1) * 0.995)] ?? 0;
  const clipped = common > low && highest - low > 1.5 * (common - low);
  return { low, high: clipped ? common : highest, clipped, constant: highest === low };
}

/** The shade of a value, 0 to SHADES − 1. */
export function shadeOf(value: number, scale: HeatScale): number {
  if (scale.constant) return Math.floor(SHADES / 2);
  const share = (value - scale.low) / (scale.high - scale.low);
  return Math.min(SHADES - 1, Math.max(0, Math.floor(share * SHADES)));
}

/** How the cells of a panel are coloured: a shade, null for a missing hour, `apart` for one that cannot be shown. */
export interface HeatPaint<R extends HeatmapRow> {
  shades: number;
  shadeOf: (row: R) => number | 'apart' | null;
}

/** The colours of energy per hour. */
export const energyPaint = (scale: HeatScale): HeatPaint<HeatmapRow> => ({
  shades: SHADES,
  shadeOf: ({ energy_per_hour }) => (energy_per_hour === null ? null : shadeOf(energy_per_hour, scale)),
});

/** One panel per calendar year, in order. Hours that do not exist are those that a date with rows lacks. */
export function heatPanels(rows: readonly HeatmapRow[], scale: HeatScale): HeatPanel[] {
  const paint = energyPaint(scale);
  const years = new Map<number, HeatmapRow[]>();
  for (const row of rows) {
    const year = yearOf(row.local_date);
    const list = years.get(year);
    if (list) list.push(row);
    else years.set(year, [row]);
  }
  const alone = years.size === 1;
  return [...years]
    .sort(([a], [b]) => a - b)
    .map(([year, list]) => heatPanel(list, paint, panelSpan(year, list, alone), String(year)));
}

/** Up to this many days are shown day by day, longer periods month by month. */
const SHORT_PERIOD = 62;

/** Whole years stand under each other month by month; a year on its own is cut to what it has. */
function panelSpan(year: number, rows: readonly HeatmapRow[], alone: boolean): TimeWindow {
  if (!alone) return { from: Date.UTC(year, 0, 1), to: Date.UTC(year + 1, 0, 1) };
  const first = rows[0]?.local_date ?? 0;
  const last = rows.at(-1)?.local_date ?? 0;
  if ((last - first) / DAY < SHORT_PERIOD) return { from: first, to: last + DAY };
  return { from: Date.UTC(year, new Date(first).getUTCMonth(), 1), to: nextMonth(last) };
}

/** The hours of one stretch of dates as a panel. Rows are of that stretch, in order. */
export function heatPanel<R extends HeatmapRow>(
  rows: readonly R[],
  paint: HeatPaint<R>,
  span: TimeWindow,
  title: string,
): HeatPanel {
  const firstDate = span.from;
  const cells = new Map<string, HeatmapRow>(
    rows.map((row) => [cellKey(row.local_date, row.local_hour, row.pass), row]),
  );
  const shades = Array.from({ length: paint.shades }, () => '');
  const missing: HeatRect[] = [];
  const apart: HeatRect[] = [];
  for (const row of rows) {
    const rect = cellRect((row.local_date - firstDate) / DAY, row, cells);
    const shade = paint.shadeOf(row);
    if (shade === null) missing.push(rect);
    else if (shade === 'apart') apart.push(rect);
    else shades[shade] += rectPath(rect);
  }
  const oddDays = findOddDays(rows, firstDate, cells);
  const skipped = oddDays
    .filter((day) => day.kind === 'gap' && !cells.has(cellKey(firstDate + day.x * DAY, day.hour, 0)))
    .map((day) => ({ x: day.x, y: day.hour, height: 1 }));
  return {
    year: yearOf(firstDate),
    title,
    firstDate,
    days: (span.to - firstDate) / DAY,
    shades,
    missing,
    nonexistent: [...skipped, ...apart],
    ticks: spanTicks(span),
    oddDays,
    cells,
  };
}

/** A whole cell, or the upper or lower half where the hour has two passes. */
function cellRect(x: number, row: HeatmapRow, cells: Map<string, HeatmapRow>): HeatRect {
  const twice = row.pass === 1 || cells.has(cellKey(row.local_date, row.local_hour, 1));
  return twice ? { x, y: row.local_hour + row.pass / 2, height: 0.5 } : { x, y: row.local_hour, height: 1 };
}

const rectPath = ({ x, y, height }: HeatRect): string => `M${x} ${y}h1v${height}h-1z`;

function findOddDays(
  rows: readonly HeatmapRow[],
  firstDate: number,
  cells: Map<string, HeatmapRow>,
): HeatPanel['oddDays'] {
  const minutes = new Map<number, number>();
  for (const row of rows) minutes.set(row.local_date, (minutes.get(row.local_date) ?? 0) + row.minutes);
  const odd: HeatPanel['oddDays'] = [];
  for (const [date, total] of minutes) {
    const hour = oddHour(date, total, cells);
    if (hour === null) continue;
    const kind = total < 1440 ? 'gap' : 'overlap';
    odd.push({
      x: (date - firstDate) / DAY,
      hour,
      hours: total / 60,
      kind,
      label: `${dayMonthText(date)}: ${numberText(total / 60)} h`,
    });
  }
  return odd.sort((a, b) => a.x - b.x);
}

function oddHour(date: number, minutes: number, cells: Map<string, HeatmapRow>): number | null {
  for (let hour = 0; hour < 24; hour++) {
    if (minutes > 1440 && cells.has(cellKey(date, hour, 1))) return hour;
    if (minutes < 1440 && !cells.has(cellKey(date, hour, 0))) return hour;
  }
  // A shift of less than an hour leaves every hour in place, one of them shortened.
  for (let hour = 0; hour < 24 && minutes < 1440; hour++) {
    if ((cells.get(cellKey(date, hour, 0))?.minutes ?? 60) < 60) return hour;
  }
  return null;
}

function spanTicks(span: TimeWindow): { x: number; label: string }[] {
  const count = (span.to - span.from) / DAY <= SHORT_PERIOD ? 9 : 13;
  return dateTicks(span, count).map(({ x, label }) => ({
    x: (x - span.from) / DAY,
    label: label.split('\n')[0]!,
  }));
}

/** A place in a panel; `half` 1 is the lower half, the second time of an hour that happens twice. */
export interface HeatCell {
  day: number;
  hour: number;
  half: 0 | 1;
}

/** What a reader is told about one cell; `say` has the lines of an hour that exists. */
export function heatCellReading<R extends HeatmapRow>(
  panel: HeatPanel,
  { day, hour, half }: HeatCell,
  say: (row: R) => string[],
): Reading {
  const date = panel.firstDate + day * DAY;
  const title = `${weekdayDateText(date)} ${minuteText(hour * 60)}–${minuteText(hour * 60 + 60)}`;
  const second = panel.cells.get(cellKey(date, hour, 1));
  const first = panel.cells.get(cellKey(date, hour, 0));
  const row = half === 1 ? (second ?? first) : (first ?? second);
  if (!row) {
    const hasDay = panel.oddDays.some((odd) => odd.x === day);
    return {
      title,
      lines: [hasDay ? 'This hour does not exist: the clocks went forward' : 'Outside the data'],
    };
  }
  const pass = second && first ? [`This hour happened twice: ${half === 1 ? 'second' : 'first'} time`] : [];
  return { title, lines: [...say(row as R), ...pass] };
}

/** What a reader is told about one cell of energy per hour. */
export const heatCellText = (panel: HeatPanel, cell: HeatCell, unit: string): Reading =>
  heatCellReading(panel, cell, (row: HeatmapRow) => [hourValueText(row.energy_per_hour, unit)]);

/** `3.2 kW`, or `missing`. */
export const hourValueText = (value: number | null, unit: string): string =>
  value === null ? 'missing' : powerText(value, unit);

/** The mean of each hour of day in each month: the heat map's shape in at most 24 columns. */
export function heatTable(rows: readonly HeatmapRow[], unit: string): ChartTable {
  const months = new Map<number, { sum: number; hours: number; peak: HeatmapRow | null; missing: number }>();
  for (const row of rows) {
    const date = new Date(row.local_date);
    const key = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
    const month = months.get(key) ?? { sum: 0, hours: 0, peak: null, missing: 0 };
    months.set(key, month);
    if (row.energy_per_hour === null) {
      month.missing++;
      continue;
    }
    month.sum += row.energy_per_hour;
    month.hours++;
    if (!month.peak || row.energy_per_hour > month.peak.energy_per_hour!) month.peak = row;
  }
  return {
    caption: 'Hours of each month: mean, highest hour, missing hours',
    columns: ['Month', `Mean per hour (${unitText(unit)})`, 'Highest hour', 'Missing hours'],
    rows: [...months].map(([month, { sum, hours, peak, missing }]) => [
      monthYearText(month),
      energyText(hours ? sum / hours : null, unit),
      peak
        ? `${numberText(peak.energy_per_hour)} on ${dateText(peak.local_date)} ${minuteText(peak.local_hour * 60)}`
        : 'none',
      String(missing),
    ]),
  };
}
