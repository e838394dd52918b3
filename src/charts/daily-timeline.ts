import * as Plot from '@observablehq/plot';
import type { DailyRow } from '../queries/rows/series';
import {
  axisNumber,
  baseOptions,
  LARGEST_TABLE,
  localTimeLabel,
  MARGIN_WITH_SIGNS,
  ticksFor,
} from './chart-spec';
import type { ChartSpec, ChartTable, Reading, ReadPoint } from './chart-spec';
import { dateTicks } from './date-ticks';
import { markLines, markSigns } from './marks';
import type { Mark } from './marks';
import type { Overlay } from './overlay';
import { countText, energyText, unitText } from '../domain/number-text';
import { ownTime } from './time-shift';
import type { TimeWindow } from './timeline-window';
import { DAY, dateText, monthYearText, weekdayDateText } from './time-text';

export interface DailyTimelineInput {
  rows: readonly DailyRow[];
  window: TimeWindow;
  unit: string;
  zone: string;
  height: number;
  /** What one bar covers. */
  per: 'day' | 'month';
  overlay?: Overlay<DailyRow> | null;
  marks?: readonly Mark[];
}

/** A stretch of days without any value. */
export interface MissingStretch {
  x1: number;
  x2: number;
  days: number;
}

interface DayBar extends DailyRow {
  x1: number;
  x2: number;
}

/** Draws one bar per local day; a reading that covers a whole month is as wide as its month. */
function barOf(row: DailyRow): DayBar {
  const days = Math.max(1, Math.round(row.minutes / 1440));
  return { ...row, x1: row.local_date, x2: row.local_date + days * DAY };
}

/** Stretches of consecutive rows without energy, in order. */
export function missingStretches(rows: readonly DailyRow[]): MissingStretch[] {
  const stretches: MissingStretch[] = [];
  for (const row of rows) {
    if (row.energy !== null) continue;
    const { x1, x2 } = barOf(row);
    const last = stretches.at(-1);
    if (last && last.x2 === x1) {
      last.x2 = x2;
      last.days += (x2 - x1) / DAY;
    } else stretches.push({ x1, x2, days: (x2 - x1) / DAY });
  }
  return stretches;
}

/** The time line of whole days: bars, lighter where intervals are missing, shaded where nothing is known. */
export function dailyTimeline(input: DailyTimelineInput): ChartSpec {
  const bars = input.rows.map(barOf).filter((bar) => bar.x2 > input.window.from && bar.x1 < input.window.to);
  const missing = missingStretches(bars);
  const over = overlayBars(input.overlay, input.window);
  return {
    height: input.height,
    points: bars.map((bar) => readPoint(bar, input, over)),
    table: dailyTable(bars, input.unit, input.overlay ? { label: input.overlay.label, bars: over } : null),
    options: (width) => dailyOptions(input, bars, missing, over, width),
  };
}

/** The other side's bars at the place of the days that they are compared with. */
function overlayBars(overlay: Overlay<DailyRow> | null | undefined, window: TimeWindow): DayBar[] {
  const { rows = [], shift = 0 } = overlay ?? {};
  return rows
    .map(barOf)
    .flatMap((bar) => {
      const x1 = ownTime(bar.x1, shift);
      return x1 === null ? [] : [{ ...bar, x1, x2: x1 + bar.x2 - bar.x1 }];
    })
    .filter((bar) => bar.x2 > window.from && bar.x1 < window.to);
}

/** Narrower bars become one outline: thousands of them would make moving the window heavy. */
const NARROWEST_BAR = 2.2;

/** The outline of the bars, broken where days have no value, and where there is no bar. */
const barSteps = (bars: readonly DayBar[]): { x: number; y: number | null }[] =>
  bars.flatMap((bar, index) => [
    ...(index > 0 && bars[index - 1]!.x2 < bar.x1 ? [{ x: bars[index - 1]!.x2, y: null }] : []),
    { x: bar.x1, y: bar.energy },
    { x: bar.x2, y: bar.energy },
  ]);

function dailyOptions(
  input: DailyTimelineInput,
  bars: DayBar[],
  missing: MissingStretch[],
  over: DayBar[],
  width: number,
): Plot.PlotOptions {
  const base = { ...baseOptions(width, input.height), marginTop: MARGIN_WITH_SIGNS };
  const plotWidth = width - (base.marginLeft ?? 0) - (base.marginRight ?? 0);
  const pixels = (from: number, to: number) =>
    ((to - from) / (input.window.to - input.window.from)) * plotWidth;
  const barWidth = pixels(0, DAY);
  const inset = barWidth > 6 ? 1 : 0;
  const known = bars.filter((bar) => bar.energy !== null);
  const span = {
    x1: 'x1',
    x2: 'x2',
    y: 'energy',
    insetLeft: inset,
    insetRight: inset,
    clip: true,
    shapeRendering: 'crispEdges',
  } as const;
  const ticks = dateTicks(input.window, ticksFor(width, 64));
  const labels = new Map(ticks.map((tick) => [tick.x, tick.label]));
  return {
    ...base,
    x: { type: 'utc', domain: [input.window.from, input.window.to] },
    y: yAxis(unitText(input.unit), `per ${input.per}`),
    marks: [
      Plot.axisX(
        ticks.map((tick) => new Date(tick.x)),
        { tickFormat: (at: Date) => labels.get(at.getTime()) ?? '', ...localTimeLabel(input.zone) },
      ),
      ...missingMarks(missing, pixels),
      barWidth < NARROWEST_BAR
        ? Plot.areaY(barSteps(bars), { x: 'x', y1: 0, y2: 'y', fill: 'var(--data)', clip: true })
        : Plot.rectY(
            known.filter((bar) => bar.intervals_missing === 0),
            { ...span, fill: 'var(--data)' },
          ),
      Plot.rectY(
        known.filter((bar) => bar.intervals_missing > 0),
        {
          ...span,
          fill: 'var(--data-partial)',
          stroke: 'var(--data)',
          strokeWidth: barWidth > 4 ? 1 : 0,
        },
      ),
      overlayLine(barSteps(over), input.overlay?.colour),
      Plot.ruleY([0], { stroke: 'var(--ink-3)' }),
      ...markSigns(input.marks ?? [], (local) =>
        local >= input.window.from && local < input.window.to ? local : null,
      ),
    ],
  };
}

/** The other side of a comparison: a line over the bars, so that neither hides the other. */
export const overlayLine = (
  steps: readonly { x: number; y: number | null }[],
  colour = 'var(--compare)',
): Plot.Markish =>
  steps.length > 0
    ? [
        Plot.line(steps, { x: 'x', y: 'y', stroke: 'var(--surface)', strokeWidth: 3.5, clip: true }),
        Plot.line(steps, { x: 'x', y: 'y', stroke: colour, strokeWidth: 1.75, clip: true }),
      ]
    : null;

/** The energy axis: from zero, few round ticks, faint grid, the unit in its label. */
export function yAxis(unit: string, per: string): Plot.ScaleOptions & { label: string } {
  return {
    label: unit === 'unit not stated' ? `Energy ${per} (${unit})` : `${unit} ${per}`,
    labelArrow: 'none',
    grid: true,
    nice: true,
    zero: true,
    ticks: 4,
    tickFormat: axisNumber,
  };
}

const NAMED_PIXELS = 54;
const MOST_POINTERS = 80;

/** Shaded stretches without data: named where the name fits, pointed at from above where it does not. */
export function missingMarks(
  missing: readonly { x1: number; x2: number }[],
  pixels: (from: number, to: number) => number,
): Plot.Markish[] {
  const middle = (stretch: { x1: number; x2: number }) => (stretch.x1 + stretch.x2) / 2;
  const isNamed = (stretch: { x1: number; x2: number }) => pixels(stretch.x1, stretch.x2) > NAMED_PIXELS;
  const narrow = missing.filter((stretch) => !isNamed(stretch));
  return [
    Plot.rect(missing, { x1: 'x1', x2: 'x2', fill: 'var(--missing-solid)', fillOpacity: 0.55, clip: true }),
    Plot.rect(missing, { x1: 'x1', x2: 'x2', fill: 'url(#hatch-missing)', clip: true }),
    Plot.text(missing.filter(isNamed), {
      x: middle,
      frameAnchor: 'top',
      dy: 8,
      text: () => 'no data',
      fill: 'var(--ink)',
      stroke: 'var(--missing-wash)',
      strokeWidth: 5,
      clip: true,
    }),
    Plot.text(narrow.length <= MOST_POINTERS ? narrow : [], {
      x: middle,
      frameAnchor: 'top',
      dy: -5,
      text: () => '▾',
      fill: 'var(--warn-ink)',
      clip: false,
    }),
  ];
}

const readPoint = (bar: DayBar, input: DailyTimelineInput, over: readonly DayBar[]): ReadPoint => ({
  x1: bar.x1,
  x2: bar.x2,
  y: bar.energy,
  read: () => {
    const { title, lines } = readDay(bar, input.unit);
    const other = over.find((each) => each.x1 === bar.x1);
    const beside =
      other && input.overlay ? [`${input.overlay.label}: ${energyText(other.energy, input.unit)}`] : [];
    return { title, lines: [...lines, ...beside, ...markLines(input.marks ?? [], bar.x1, bar.x2)] };
  },
});

function readDay(bar: DayBar, unit: string): Reading {
  const days = (bar.x2 - bar.x1) / DAY;
  const lines = [energyText(bar.energy, unit)];
  if (bar.intervals_missing > 0) {
    const there = bar.intervals - bar.intervals_missing;
    lines.push(`${countText(there)} of ${countText(bar.intervals)} intervals have a value`);
  }
  if (days === 1 && bar.minutes % 60 === 0 && bar.minutes !== 1440) {
    lines.push(`A day of ${bar.minutes / 60} hours`);
  }
  return { title: days === 1 ? weekdayDateText(bar.local_date) : `${dateText(bar.x1)}, ${days} days`, lines };
}

/** Days as rows, or months once there are too many days to listen to. */
export function dailyTable(
  rows: readonly DailyRow[],
  unit: string,
  other: { label: string; bars: readonly DayBar[] } | null = null,
): ChartTable {
  const columns = [
    ...[`Energy (${unitText(unit)})`, 'Intervals', 'Missing'],
    ...(other ? [other.label] : []),
  ];
  const isByDay = rows.length <= LARGEST_TABLE;
  const nameOf = isByDay ? dateText : monthYearText;
  const sums = sumsBy(other?.bars ?? [], nameOf);
  const beside = (name: string): string[] => (other ? [energyText(sums.get(name) ?? null, unit)] : []);
  if (isByDay) {
    return {
      caption: 'Energy of each local day',
      columns: ['Date', ...columns],
      rows: rows.map((row) => {
        const name = dateText(row.local_date);
        return [...tableRow(name, row, unit), ...beside(name)];
      }),
    };
  }
  const months = new Map<string, DailyRow>();
  for (const row of rows) {
    const name = monthYearText(row.local_date);
    const sum = months.get(name) ?? { ...row, energy: null, intervals: 0, intervals_missing: 0 };
    if (row.energy !== null) sum.energy = (sum.energy ?? 0) + row.energy;
    sum.intervals += row.intervals;
    sum.intervals_missing += row.intervals_missing;
    months.set(name, sum);
  }
  return {
    caption: 'Energy of each local month',
    columns: ['Month', ...columns],
    rows: [...months]
      .slice(-LARGEST_TABLE)
      .map(([name, row]) => [...tableRow(name, row, unit), ...beside(name)]),
  };
}

/** What the bars of each name add up to; bars without a value count for nothing. */
function sumsBy(bars: readonly DayBar[], nameOf: (local: number) => string): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { x1, energy } of bars) {
    if (energy !== null) sums.set(nameOf(x1), (sums.get(nameOf(x1)) ?? 0) + energy);
  }
  return sums;
}

const tableRow = (name: string, row: DailyRow, unit: string): string[] => [
  name,
  energyText(row.energy, unit),
  countText(row.intervals),
  countText(row.intervals_missing),
];
