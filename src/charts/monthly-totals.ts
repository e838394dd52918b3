import * as Plot from '@observablehq/plot';
import type { MonthlyRow } from '../queries/rows/series';
import { baseOptions } from './chart-spec';
import type { Overlay } from './overlay';
import type { ChartSpec, ReadPoint } from './chart-spec';
import { yAxis } from './daily-timeline';
import { countText, energyText, percentText, unitText } from '../domain/number-text';
import type { TimeShift } from './time-shift';
import type { TimeWindow } from './timeline-window';
import { monthText, monthYearText, nextMonth, yearOf } from './time-text';

export interface MonthlyTotalsInput {
  rows: readonly MonthlyRow[];
  unit: string;
  height: number;
  /** The selected part of the period, shown as a band behind its months. */
  window?: TimeWindow | null;
  overlay?: Overlay<MonthlyRow> | null;
}

const WIDEST_BAR = 96;

interface MonthBar extends MonthlyRow {
  x1: number;
  x2: number;
  /** Share of the month's intervals that have a value. */
  coverage: number;
}

const barOf = (row: MonthlyRow): MonthBar => ({
  ...row,
  x1: row.local_month,
  x2: nextMonth(row.local_month),
  coverage: row.intervals ? 1 - row.intervals_missing / row.intervals : 0,
});

/** One bar per local month; a month with missing intervals is lighter and says how much of it is known. */
export function monthlyTotals({
  rows,
  unit,
  height,
  window = null,
  overlay = null,
}: MonthlyTotalsInput): ChartSpec {
  const bars = rows.map(barOf);
  const over = overlayMonths(overlay, bars);
  return {
    height,
    points: bars.map((bar) => readPoint(bar, bars, unit, over)),
    table: {
      caption: 'Energy of each local month',
      columns: [
        ...['Month', `Energy (${unitText(unit)})`, 'Coverage', 'Change'],
        ...(over.length > 0 ? [overlay!.label] : []),
      ],
      rows: bars.map((bar) => [
        monthYearText(bar.x1),
        energyText(bar.energy, unit),
        percentText(bar.coverage),
        changes(bar, bars).join('; '),
        ...(over.length > 0 ? [energyText(over.find(({ x1 }) => x1 === bar.x1)?.energy ?? null, unit)] : []),
      ]),
    },
    options: (width) => monthlyOptions({ bars, unit, height, window, over }, width),
  };
}

interface Drawing {
  bars: MonthBar[];
  unit: string;
  height: number;
  window: TimeWindow | null;
  over: readonly OtherMonth[];
}

/** A month of the other side, at the place of the month it is compared with. */
interface OtherMonth extends MonthBar {
  label: string;
  colour: string;
}

const MONTH_LENGTH = 30.44 * 86_400_000;

/**
 * Where a month of the other side stands, moved by whole months; null for periods that lie less than
 * half a month apart, which have no other month to compare with.
 */
export function otherMonthPlace(shift: TimeShift): ((local_month: number) => number) | null {
  const months = shift === 'year' ? 12 : Math.round(shift / MONTH_LENGTH);
  if (months === 0 && shift !== 0) return null;
  return (local_month) => {
    const from = new Date(local_month);
    return Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1);
  };
}

function overlayMonths(overlay: Overlay<MonthlyRow> | null, bars: readonly MonthBar[]): OtherMonth[] {
  const place = overlay && otherMonthPlace(overlay.shift);
  if (!place) return [];
  const places = new Set(bars.map((bar) => bar.x1));
  return overlay.rows.flatMap((row) => {
    const x1 = place(row.local_month);
    const label = overlay.shift === 0 ? overlay.label : monthYearText(row.local_month);
    return places.has(x1) ? [{ ...barOf(row), x1, x2: nextMonth(x1), label, colour: overlay.colour }] : [];
  });
}

function monthlyOptions({ bars, unit, height, window, over }: Drawing, width: number): Plot.PlotOptions {
  const base = baseOptions(width, height);
  const each = (width - (base.marginLeft ?? 0) - (base.marginRight ?? 0)) / Math.max(1, bars.length);
  const inset = Math.max(each > 24 ? 4 : each > 10 ? 2 : 0.5, (each - WIDEST_BAR) / 2);
  const span = { x1: 'x1', x2: 'x2', insetLeft: inset, insetRight: inset } as const;
  const known = bars.filter((bar) => bar.energy !== null);
  const middle = (bar: MonthBar) => (bar.x1 + bar.x2) / 2;
  return {
    ...base,
    marginBottom: 36,
    x: { type: 'utc', domain: [bars[0]?.x1 ?? 0, bars.at(-1)?.x2 ?? 1], axis: null },
    y: yAxis(unitText(unit), 'per month'),
    marks: [
      ...selectedBand(window),
      Plot.rect(
        bars.filter((bar) => bar.energy === null),
        { ...span, fill: 'url(#hatch-missing)' },
      ),
      Plot.rectY(
        known.filter((bar) => bar.coverage === 1),
        { ...span, y: 'energy', fill: 'var(--data)' },
      ),
      Plot.rectY(
        known.filter((bar) => bar.coverage < 1),
        {
          ...span,
          y: 'energy',
          fill: 'var(--data-partial)',
          stroke: 'var(--data)',
          strokeDasharray: '4 3',
        },
      ),
      Plot.text(each > 34 ? known.filter((bar) => bar.coverage < 1) : [], {
        x: middle,
        y: 'energy',
        dy: -8,
        text: (bar: MonthBar) => percentText(bar.coverage),
        fill: 'var(--ink-2)',
      }),
      Plot.ruleY(
        over.filter((bar) => bar.energy !== null),
        {
          x1: 'x1',
          x2: 'x2',
          insetLeft: inset / 2,
          insetRight: inset / 2,
          y: 'energy',
          stroke: 'colour',
          strokeWidth: 3,
        },
      ),
      Plot.ruleY([0], { stroke: 'var(--ink-3)' }),
      Plot.text(labelled(bars, each), {
        x: middle,
        frameAnchor: 'bottom',
        dy: 8,
        lineAnchor: 'top',
        text: (bar: MonthBar) => monthLabel(bar, bars, each),
        fill: 'var(--ink-2)',
      }),
    ],
  };
}

/** The stretch that is selected, behind what is drawn. */
export const selectedBand = (window: TimeWindow | null): Plot.Markish[] =>
  window
    ? [Plot.rect([window], { x1: 'from', x2: 'to', fill: 'var(--accent)', fillOpacity: 0.12, clip: true })]
    : [];

/** Whole months around a stretch of the axis. */
export function monthsAround(x1: number, x2: number): TimeWindow {
  const from = new Date(x1);
  return { from: Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), 1), to: nextMonth(x2 - 1) };
}

/** All months while they fit, else the Januaries. */
function labelled(bars: MonthBar[], each: number): MonthBar[] {
  if (each > 12) return bars;
  return bars.filter((bar, index) => index === 0 || new Date(bar.x1).getUTCMonth() === 0);
}

function monthLabel(bar: MonthBar, bars: MonthBar[], each: number): string {
  const month = each > 30 ? monthText(bar.x1) : each > 12 ? monthText(bar.x1).slice(0, 1) : '';
  const startsYear = bar === bars[0] || new Date(bar.x1).getUTCMonth() === 0;
  return startsYear ? `${month}\n${yearOf(bar.x1)}`.trim() : month;
}

/** The bar's change per day against the month before and the same month a year earlier, where all of them are complete. */
function changes(bar: MonthBar, bars: readonly MonthBar[]): string[] {
  const year = new Date(bar.x1).getUTCFullYear();
  const month = new Date(bar.x1).getUTCMonth();
  const change = (at: number, name: string): string[] => {
    const other = bars.find((each) => each.x1 === at);
    const share = other ? changePerDay(bar, other) : null;
    return share === null ? [] : [`${changeText(share)} on ${name}`];
  };
  return [
    ...change(Date.UTC(year, month - 1, 1), 'the month before, per day'),
    ...change(Date.UTC(year - 1, month, 1), 'a year earlier, per day'),
  ];
}

/** Months are of unequal length, so days are compared; null where either is incomplete or there is nothing to divide by. */
function changePerDay(bar: MonthBar, other: MonthBar): number | null {
  if (bar.coverage < 1 || other.coverage < 1 || bar.energy === null || !other.energy || other.energy < 0)
    return null;
  const perDay = ({ energy, x1, x2 }: MonthBar) => (energy ?? 0) / (x2 - x1);
  return perDay(bar) / perDay(other) - 1;
}

const changeText = (share: number): string =>
  Math.abs(share) < 0.0005 ? 'no change' : `${share > 0 ? '+' : '−'}${percentText(Math.abs(share))}`;

function readPoint(
  bar: MonthBar,
  bars: readonly MonthBar[],
  unit: string,
  over: readonly OtherMonth[],
): ReadPoint {
  const other = over.find((each) => each.x1 === bar.x1);
  const beside = other ? [`${other.label}: ${energyText(other.energy, unit)}`] : [];
  const lines = [energyText(bar.energy, unit)];
  if (bar.coverage < 1) {
    const there = countText(bar.intervals - bar.intervals_missing);
    lines.push(`${there} of ${countText(bar.intervals)} intervals have a value`);
  }
  return {
    x1: bar.x1,
    x2: bar.x2,
    y: bar.energy,
    read: () => ({ title: monthYearText(bar.x1), lines: [...lines, ...beside, ...changes(bar, bars)] }),
  };
}
