import * as Plot from '@observablehq/plot';
import { axisNumber, baseOptions, LARGEST_TABLE, ticksFor } from './chart-spec';
import type { ChartSpec, ReadPoint } from './chart-spec';
import { dateTicks } from './date-ticks';
import { clockText, DAY, dayMonthText } from './time-text';

export type QuickForm = 'line' | 'bars' | 'points';
/** What lies along the x axis: moments (milliseconds, as if UTC), numbers, or rows that have a name each. */
export type QuickAxis = 'time' | 'number' | 'name';

export interface QuickPoint {
  /** The place on the axis; the row's position where the axis has names. */
  x: number;
  y: number;
  /** Both as the result has them. */
  xText: string;
  yText: string;
}

export interface QuickChartInput {
  points: readonly QuickPoint[];
  axis: QuickAxis;
  form: QuickForm;
  xName: string;
  yName: string;
  height: number;
}

interface Placed extends QuickPoint {
  x1: number;
  x2: number;
}

/** One numeric column of a result over another column, in the order of the latter. */
export function quickChart(input: QuickChartInput): ChartSpec {
  const { axis, xName, yName, height } = input;
  const placed = placedPoints(input);
  return {
    height,
    points: placed.map(readPoint(input)),
    table: {
      caption: `${yName} by ${xName}`,
      columns: [xName, yName],
      rows: placed.slice(0, LARGEST_TABLE).map(({ xText, yText }) => [xText, yText]),
    },
    options: (width) => ({
      ...baseOptions(width, height),
      marginLeft: width < 480 ? 52 : 64,
      x: {
        type: axis === 'time' ? 'utc' : 'linear',
        domain: domainOf(placed),
      },
      y: {
        label: yName,
        labelArrow: 'none',
        grid: true,
        nice: true,
        zero: input.form === 'bars',
        ticks: 4,
        tickFormat: axisNumber,
      },
      marks: [xAxis(input, placed, width), ...marksOf(input, placed)],
    }),
  };
}

/** Each point with the stretch of the axis that is its own; bars fill it, and a pointer inside it reads the point. */
function placedPoints({ points, axis }: QuickChartInput): Placed[] {
  const sorted = [...points].sort((a, b) => a.x - b.x);
  const gaps = sorted
    .slice(1)
    .flatMap(({ x }, index) => (x > sorted[index]!.x ? [x - sorted[index]!.x] : []));
  const step = gaps.length > 0 ? Math.min(...gaps) : axis === 'time' ? DAY : 1;
  // A moment is where its bar begins, as an interval does; a number is in the middle of it.
  const lead = axis === 'time' ? 0 : step / 2;
  return sorted.map((point) => ({ ...point, x1: point.x - lead, x2: point.x - lead + step }));
}

function domainOf(placed: readonly Placed[]): [number, number] {
  const first = placed[0];
  const last = placed.at(-1);
  return first && last ? [first.x1, last.x2] : [0, 1];
}

const readPoint =
  ({ form, xName, yName }: QuickChartInput) =>
  (point: Placed): ReadPoint => ({
    // The marker stands in the middle: of the bar, or else on the point itself.
    x1: form === 'bars' ? point.x1 : point.x,
    x2: form === 'bars' ? point.x2 : point.x,
    y: point.y,
    read: () => ({ title: `${xName}: ${point.xText}`, lines: [`${yName}: ${point.yText}`] }),
  });

const LONGEST_NAME = 14;

function xAxis({ axis, xName }: QuickChartInput, placed: readonly Placed[], width: number): Plot.Markish {
  const label = { label: xName, labelAnchor: 'center', labelArrow: 'none', labelOffset: 46 } as const;
  if (axis === 'number') return Plot.axisX({ ticks: ticksFor(width, 90), tickFormat: axisNumber, ...label });
  if (axis === 'name') {
    const most = Math.max(1, Math.floor(width / 84));
    const every = Math.ceil(placed.length / most);
    const shown = placed.filter((_, index) => index % every === 0);
    const names = new Map(shown.map(({ x, xText }) => [x, xText]));
    const cut = (name: string) => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name);
    return Plot.axisX(
      shown.map(({ x }) => x),
      { tickFormat: (x: number) => cut(names.get(x) ?? ''), ...label },
    );
  }
  const [from, to] = domainOf(placed);
  if (to - from < 3 * DAY) {
    return Plot.axisX({
      ...label,
      ticks: ticksFor(width, 90),
      tickFormat: (at: Date) => {
        const local = at.getTime();
        return local % DAY === 0 ? dayMonthText(local) : clockText(local);
      },
    });
  }
  const ticks = dateTicks({ from, to }, ticksFor(width, 64));
  const labels = new Map(ticks.map((tick) => [tick.x, tick.label]));
  return Plot.axisX(
    ticks.map((tick) => new Date(tick.x)),
    { tickFormat: (at: Date) => labels.get(at.getTime()) ?? '', ...label },
  );
}

function marksOf({ form, axis }: QuickChartInput, placed: readonly Placed[]): Plot.Markish[] {
  const zero = Plot.ruleY(form === 'bars' ? [0] : [], { stroke: 'var(--ink-3)' });
  if (form === 'line')
    return [Plot.line(placed, { x: 'x', y: 'y', stroke: 'var(--data)', strokeWidth: 1.5 }), zero];
  if (form === 'points') return [Plot.dot(placed, { x: 'x', y: 'y', r: 2, fill: 'var(--data)' }), zero];
  const inset = placed.length > 300 ? 0 : axis === 'name' ? 3 : 0.5;
  return [
    Plot.rectY(placed, {
      x1: 'x1',
      x2: 'x2',
      y: 'y',
      fill: 'var(--data)',
      insetLeft: inset,
      insetRight: inset,
    }),
    zero,
  ];
}
