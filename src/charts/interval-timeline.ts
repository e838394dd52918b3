import * as Plot from '@observablehq/plot';
import type { IntervalRow } from '../queries/rows/series';
import { baseOptions, LARGEST_TABLE, localTimeLabel, MARGIN_WITH_SIGNS, ticksFor } from './chart-spec';
import type { ChartSpec, ChartTable, ReadPoint } from './chart-spec';
import type { Tick } from './date-ticks';
import { missingMarks, overlayLine, yAxis } from './daily-timeline';
import { markLines, markSigns } from './marks';
import type { Mark } from './marks';
import type { Overlay } from './overlay';
import { energyText, unitText } from '../domain/number-text';
import { qualityText } from './quality-text';
import { intervalNoun } from './series-text';
import { otherPart, ownTime } from './time-shift';
import type { TimeWindow } from './timeline-window';
import {
  clockText,
  DAY,
  dayMonthText,
  HOUR,
  localTimeText,
  MINUTE,
  offsetText,
  weekdayDateText,
} from './time-text';

export interface IntervalTimelineInput {
  /** In order of time. */
  rows: readonly IntervalRow[];
  window: TimeWindow;
  unit: string;
  zone: string;
  height: number;
  /** Intervals of another meter or period; of another length, their mean over one interval of this meter is drawn. */
  overlay?: Overlay<IntervalRow> | null;
  marks?: readonly Mark[];
}

/** An interval with its place on the elapsed axis: local time at the window's start, then true minutes. */
export interface PlacedInterval extends IntervalRow {
  x1: number;
  x2: number;
}

/**
 * The intervals that start inside the window, on an axis of elapsed time. On
 * that axis a repeated hour has a place of its own and a skipped one has none,
 * which a local-time axis cannot show.
 */
export function placeIntervals(rows: readonly IntervalRow[], window: TimeWindow): PlacedInterval[] {
  const inside = rows.filter(
    (row) =>
      row.timestamp_local + row.interval_minutes * MINUTE > window.from && row.timestamp_local < window.to,
  );
  const first = inside[0];
  if (!first) return [];
  const base = first.timestamp_local - first.timestamp_utc;
  return inside.map((row) => {
    const x1 = row.timestamp_utc + base;
    return { ...row, x1, x2: x1 + row.interval_minutes * MINUTE };
  });
}

const STEPS = [1, 2, 3, 6, 12, 24, 48, 7 * 24, 14 * 24].map((hours) => hours * HOUR);

/** Ticks where the local clock shows round times, with their labels. Taken from the intervals, so any zone is right. */
export function localTicks(placed: readonly PlacedInterval[], count: number): Tick[] {
  const first = placed[0];
  const last = placed.at(-1);
  if (!first || !last) return [];
  const step = STEPS.find((each) => (last.x2 - first.x1) / each <= count) ?? STEPS.at(-1)!;
  return placed
    .filter((row) => row.timestamp_local % step === 0)
    .map((row) => ({ x: row.x1, label: tickLabel(row.timestamp_local, step) }));
}

function tickLabel(local: number, step: number): string {
  if (step >= DAY) return dayMonthText(local);
  return local % DAY === 0 ? `${clockText(local)}\n${dayMonthText(local)}` : clockText(local);
}

/** Where the offset changes, with what happened there. */
export function offsetChanges(placed: readonly PlacedInterval[]): { x: number; label: string }[] {
  return placed.flatMap((row, index) => {
    const before = placed[index - 1];
    if (!before || before.utc_offset_minutes === row.utc_offset_minutes) return [];
    const direction = row.utc_offset_minutes > before.utc_offset_minutes ? 'forward' : 'back';
    return [{ x: row.x1, label: `clocks ${direction}, ${offsetText(row.utc_offset_minutes)}` }];
  });
}

/** The local time at a place on the elapsed axis. */
export function localAt(placed: readonly PlacedInterval[], x: number): number {
  const row = placed.find((each) => each.x2 > x) ?? placed.at(-1);
  return row ? row.timestamp_local + (x - row.x1) : x;
}

/** The time line of single intervals: a step line that breaks where values are missing. */
export function intervalTimeline(input: IntervalTimelineInput): ChartSpec {
  const placed = placeIntervals(input.rows, input.window);
  const over = placeOverlay(input);
  return {
    height: input.height,
    points: placed.map((row) => readPoint(row, input, over)),
    table: intervalTable(placed, input, over),
    localAt: (x) => localAt(placed, x),
    options: (width) => intervalOptions(input, placed, over, width),
  };
}

/** Both sides' intervals on this meter's axis of elapsed time: both start together, then true minutes count. */
export function placeBothSides(
  rows: readonly IntervalRow[],
  { rows: otherRows, shift }: Overlay<IntervalRow>,
  window: TimeWindow,
): { own: PlacedInterval[]; other: PlacedInterval[] } {
  const own = placeIntervals(rows, window);
  const [first] = own;
  if (!first) return { own, other: [] };
  const start = shift === 0 ? first.timestamp_local - first.timestamp_utc : null;
  const other = placeIntervals(otherRows, otherPart(window, shift)).flatMap((row) => {
    const x1 = start === null ? ownTime(row.x1, shift) : row.timestamp_utc + start;
    return x1 === null ? [] : [{ ...row, x1, x2: x1 + row.interval_minutes * MINUTE }];
  });
  return { own, other };
}

/** The other side's intervals with their mean over one interval of this meter. */
function placeOverlay({ rows, overlay, window }: IntervalTimelineInput): PlacedInterval[] {
  if (!overlay) return [];
  const { own, other } = placeBothSides(rows, overlay, window);
  const minutes = own[0]?.interval_minutes ?? 0;
  return other.map((row) => ({
    ...row,
    energy: row.energy === null ? null : (row.energy * minutes) / row.interval_minutes,
  }));
}

function intervalOptions(
  input: IntervalTimelineInput,
  placed: PlacedInterval[],
  over: PlacedInterval[],
  width: number,
): Plot.PlotOptions {
  const changes = offsetChanges(placed);
  // The name of a clock change stands above the picture, under the name of the axis.
  const base = { ...baseOptions(width, input.height), marginTop: MARGIN_WITH_SIGNS };
  const domain = [placed[0]?.x1 ?? input.window.from, placed.at(-1)?.x2 ?? input.window.to] as const;
  const plotWidth = width - (base.marginLeft ?? 0) - (base.marginRight ?? 0);
  const pixels = (from: number, to: number) => ((to - from) / (domain[1] - domain[0])) * plotWidth;
  const ticks = localTicks(placed, ticksFor(width, 76));
  const labels = new Map(ticks.map((tick) => [tick.x, tick.label]));
  const steps = stepPoints(placed);
  const noun = intervalNoun(placed[0]?.interval_minutes ?? 60);
  return {
    ...base,
    x: { type: 'utc', domain },
    y: yAxis(unitText(input.unit), `per ${noun}`),
    marks: [
      Plot.axisX(
        ticks.map((tick) => new Date(tick.x)),
        { tickFormat: (at: Date) => labels.get(at.getTime()) ?? '', ...localTimeLabel(input.zone) },
      ),
      ...missingMarks(missingRuns(placed), pixels),
      Plot.areaY(steps, { x: 'x', y1: 0, y2: 'y', fill: 'var(--data)', fillOpacity: 0.14 }),
      Plot.lineY(steps, { x: 'x', y: 'y', stroke: 'var(--data)', strokeWidth: 1.5, strokeLinejoin: 'round' }),
      ...qualityMarks(placed),
      overlayLine(stepPoints(over), input.overlay?.colour),
      ...offsetMarks(changes, domain),
      Plot.ruleY([0], { stroke: 'var(--ink-3)' }),
      ...markSigns(
        (input.marks ?? []).filter(({ kind }) => kind !== 'transition'),
        (local) =>
          placed.find((row) => row.timestamp_local >= local && row.timestamp_local < local + DAY)?.x1 ?? null,
      ),
    ],
  };
}

/** Readings that were not simply measured: a wash of the quality's colour with a line on top. */
function qualityMarks(placed: readonly PlacedInterval[]): Plot.Markish[] {
  return (['split', 'suspect', 'estimated'] as const).flatMap((quality) => {
    const rows = placed.filter((row) => row.quality === quality);
    const span = { x1: 'x1', x2: 'x2' } as const;
    return [
      Plot.rect(rows, { ...span, y1: 0, y2: 'energy', fill: `var(--${quality})`, fillOpacity: 0.4 }),
      Plot.ruleY(rows, { ...span, y: 'energy', stroke: `var(--${quality})`, strokeWidth: 2.5 }),
    ];
  });
}

function offsetMarks(
  changes: { x: number; label: string }[],
  [from, to]: readonly [number, number],
): Plot.Markish[] {
  const share = (change: { x: number }) => (change.x - from) / (to - from);
  // A name in the middle above its line, but never over the picture's edges.
  const anchors = [
    { textAnchor: 'start', at: changes.filter((change) => share(change) < 0.25) },
    { textAnchor: 'middle', at: changes.filter((change) => share(change) >= 0.25 && share(change) <= 0.75) },
    { textAnchor: 'end', at: changes.filter((change) => share(change) > 0.75) },
  ] as const;
  return [
    Plot.ruleX(changes, { x: 'x', stroke: 'var(--later-ink)', strokeDasharray: '4 3' }),
    ...anchors.map(({ textAnchor, at }) =>
      Plot.text(at, {
        x: 'x',
        text: 'label',
        frameAnchor: 'top',
        textAnchor,
        dy: -10,
        fill: 'var(--later-ink)',
        fontWeight: 600,
      }),
    ),
  ];
}

/** Two points per interval, a null between stretches, so that a straight line draws steps and gaps. */
function stepPoints(placed: readonly PlacedInterval[]): { x: number; y: number | null }[] {
  return placed.flatMap((row) => [
    { x: row.x1, y: row.energy },
    { x: row.x2, y: row.energy },
  ]);
}

function missingRuns(placed: readonly PlacedInterval[]): { x1: number; x2: number }[] {
  const runs: { x1: number; x2: number }[] = [];
  for (const row of placed) {
    if (row.energy !== null) continue;
    const last = runs.at(-1);
    if (last && last.x2 === row.x1) last.x2 = row.x2;
    else runs.push({ x1: row.x1, x2: row.x2 });
  }
  return runs;
}

const readPoint = (
  row: PlacedInterval,
  { unit, overlay, marks = [] }: IntervalTimelineInput,
  over: readonly PlacedInterval[],
): ReadPoint => ({
  x1: row.x1,
  x2: row.x2,
  y: row.energy,
  read: () => {
    const start = row.timestamp_local;
    const end = start + row.interval_minutes * MINUTE;
    return {
      title: `${weekdayDateText(start)} ${clockText(start)}–${clockText(end)}`,
      lines: [
        energyText(row.energy, unit),
        `${offsetText(row.utc_offset_minutes)}, ${qualityText(row.quality)}`,
        ...besideText(row, overlay, over, unit),
        ...markLines(marks, start, end),
      ],
    };
  },
});

/** The other side's interval at the start of one of the meter's own. */
const otherAt = (row: PlacedInterval, over: readonly PlacedInterval[]): PlacedInterval | undefined =>
  over.find((each) => each.x1 <= row.x1 && each.x2 > row.x1);

function besideText(
  row: PlacedInterval,
  overlay: Overlay<IntervalRow> | null | undefined,
  over: readonly PlacedInterval[],
  unit: string,
): string[] {
  const other = overlay && otherAt(row, over);
  return other ? [`${overlay.label}: ${energyText(other.energy, unit)}`] : [];
}

function intervalTable(
  placed: readonly PlacedInterval[],
  { unit, overlay }: IntervalTimelineInput,
  over: readonly PlacedInterval[],
): ChartTable {
  const shown = placed.slice(0, LARGEST_TABLE);
  const rest = placed.length - shown.length;
  return {
    caption: `Energy of each interval${rest > 0 ? `, the first ${LARGEST_TABLE}; ${rest} more when zoomed in` : ''}`,
    columns: [
      ...['Local time', `Energy (${unitText(unit)})`, 'Quality'],
      ...(overlay ? [overlay.label] : []),
    ],
    rows: shown.map((row) => [
      localTimeText(row.timestamp_local, row.utc_offset_minutes),
      energyText(row.energy, unit),
      qualityText(row.quality),
      ...(overlay ? [energyText(otherAt(row, over)?.energy ?? null, unit)] : []),
    ]),
  };
}
