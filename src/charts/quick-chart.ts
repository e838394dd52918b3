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
  /** The name of what the point belongs to, where each has a colour of its own. */
  group?: string;
}

/** The colours of groups, in the order in which they come; each has a lightness of its own. */
export const GROUP_COLOURS: readonly string[] = [
  'var(--consumption)',
  'var(--price)',
  'var(--production)',
  'var(--export)',
  'var(--import)',
  'var(--temperature)',
];

export interface QuickChartInput {
  points: readonly QuickPoint[];
  axis: QuickAxis;
  form: QuickForm;
  xName: string;
  yName: string;
  /** The names of the groups, in the order of their colours, and of the column that they stand in; none for one colour. */
  groups?: readonly string[];
  groupName?: string;
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
  const { groups = [], groupName = '' } = input;
  return {
    height,
    points: groups.length > 0 ? readPlaces(input, placed) : placed.map(readPoint(input)),
    table: {
      caption: `${yName} by ${xName}`,
      columns: groups.length > 0 ? [xName, groupName, yName] : [xName, yName],
      rows: placed
        .slice(0, LARGEST_TABLE)
        .map(({ xText, yText, group }) => (group === undefined ? [xText, yText] : [xText, group, yText])),
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

/** One place on the axis with what every group has there. */
function readPlaces({ xName }: QuickChartInput, placed: readonly Placed[]): ReadPoint[] {
  const places = new Map<number, Placed[]>();
  for (const point of placed) {
    const there = places.get(point.x);
    if (there) there.push(point);
    else places.set(point.x, [point]);
  }
  return [...places].map(([x, points]) => ({
    x1: x,
    x2: x,
    y: null,
    read: () => ({
      title: `${xName}: ${points[0]!.xText}`,
      lines: points.map(({ group, yText }) => `${group}: ${yText}`),
    }),
  }));
}

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

function marksOf({ form, axis, groups = [] }: QuickChartInput, placed: readonly Placed[]): Plot.Markish[] {
  const zero = Plot.ruleY(form === 'bars' ? [0] : [], { stroke: 'var(--ink-3)' });
  const parts = groups.length > 0 ? groups : [undefined];
  const each = (draw: (points: Placed[], colour: string) => Plot.Markish): Plot.Markish[] =>
    parts.map((part, index) =>
      draw(
        placed.filter(({ group }) => group === part),
        part === undefined ? 'var(--data)' : GROUP_COLOURS[index % GROUP_COLOURS.length]!,
      ),
    );
  if (form === 'line')
    return [
      ...each((points, stroke) => Plot.line(points, { x: 'x', y: 'y', stroke, strokeWidth: 1.5 })),
      zero,
    ];
  if (form === 'points')
    return [...each((points, fill) => Plot.dot(points, { x: 'x', y: 'y', r: 2, fill })), zero];
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
