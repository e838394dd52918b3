import * as Plot from '@observablehq/plot';
import type { DistributionRow } from '../queries/rows/series';
import {
  countOf,
  energyText,
  isUnitKnown,
  numberText,
  percentText,
  powerUnitText,
} from '../domain/number-text';
import { axisNumber, baseOptions, ticksFor } from './chart-spec';
import type { ChartSpec } from './chart-spec';
import { overlayLine } from './daily-timeline';
import { compareClasses, tidyRate } from './load-classes';
import type { Overlay } from './overlay';

/** What one side spent in a class. */
interface SidePart {
  minutes: number;
  energy: number;
  /** Share of that side's time, 0 to 1. */
  share: number;
  /** Share of that side's energy; null where there is none above zero to have a share of. */
  energy_share: number | null;
}

interface LoadClass {
  rate_from: number;
  rate_to: number;
  own: SidePart;
  /** Null while nothing is compared. */
  other: SidePart | null;
}

/** How much of the time each load runs: one bar per class of load, another meter or period as an outline. */
export function distribution(
  rows: readonly DistributionRow[],
  unit: string,
  height: number,
  overlay: Overlay<DistributionRow> | null = null,
): ChartSpec {
  const classes = loadClasses(rows, overlay);
  const beside = (other: SidePart | null) => (other ? sideLines(other, unit) : []);
  return {
    height,
    points: classes.map((each) => ({
      x1: each.rate_from,
      x2: each.rate_to,
      y: each.own.share,
      read: () => ({
        title: classText(each, unit),
        lines: [
          ...sideLines(each.own, unit),
          ...beside(each.other).map((line) => `${overlay!.label}: ${line}`),
        ],
      }),
    })),
    table: {
      caption: 'Time spent at each load',
      columns: [
        'Load',
        'Time',
        'Energy',
        ...(overlay ? [`Time, ${overlay.label}`, `Energy, ${overlay.label}`] : []),
      ],
      rows: classes.map((each) => [
        classText(each, unit),
        ...sideLines(each.own, unit),
        ...beside(each.other),
      ]),
    },
    options: (width) => distributionOptions(classes, unit, width, height, overlay?.colour),
  };
}

function loadClasses(
  rows: readonly DistributionRow[],
  overlay: Overlay<DistributionRow> | null,
): LoadClass[] {
  const ownPart = partOf(rows);
  if (!overlay) return rows.map((row) => ({ ...row, own: ownPart(row), other: null }));
  const otherPart = partOf(overlay.rows);
  return compareClasses(rows, overlay.rows).map((row) => ({
    ...row,
    own: ownPart(row),
    other: otherPart({ minutes: row.other_minutes, energy: row.other_energy }),
  }));
}

/** What a class is of all of a side. */
function partOf(all: readonly DistributionRow[]) {
  const all_minutes = all.reduce((sum, row) => sum + row.minutes, 0);
  const all_energy = all.reduce((sum, row) => sum + row.energy, 0);
  return ({ minutes, energy }: { minutes: number; energy: number }): SidePart => ({
    minutes,
    energy,
    share: all_minutes ? minutes / all_minutes : 0,
    energy_share: all_energy > 0 ? energy / all_energy : null,
  });
}

const sideLines = ({ minutes, energy, share, energy_share }: SidePart, unit: string): string[] => [
  `${percentText(share)} of the time, ${countOf(Math.round(minutes / 60), 'hour')}`,
  `${energyText(energy, unit)}${energy_share === null ? '' : `, ${percentText(energy_share)} of all`}`,
];

function distributionOptions(
  classes: readonly LoadClass[],
  unit: string,
  width: number,
  height: number,
  otherColour: string | undefined,
): Plot.PlotOptions {
  const low = classes[0]?.rate_from ?? 0;
  const high = classes.at(-1)?.rate_to ?? 1;
  return {
    ...baseOptions(width, height),
    x: {
      domain: [Math.min(0, low), high],
      ticks: ticksFor(width, 90),
      tickFormat: axisNumber,
      label: isUnitKnown(unit) ? `Load (${powerUnitText(unit)})` : 'Energy per hour (unit not stated)',
      labelAnchor: 'center',
      labelArrow: 'none',
      labelOffset: 40,
    },
    y: {
      label: 'Share of the time',
      labelArrow: 'none',
      grid: true,
      nice: true,
      zero: true,
      ticks: 4,
      tickFormat: percentText,
    },
    marks: [
      Plot.rectY(classes, {
        x1: 'rate_from',
        x2: 'rate_to',
        y: (each: LoadClass) => each.own.share,
        insetLeft: 0.5,
        insetRight: 0.5,
        fill: 'var(--data)',
      }),
      overlayLine(outlineOf(classes), otherColour),
      Plot.ruleY([0], { stroke: 'var(--ink-3)' }),
    ],
  };
}

/** The other side's bars as one line, which falls to zero where it has no class. */
function outlineOf(classes: readonly LoadClass[]): { x: number; y: number }[] {
  const parts = classes.flatMap(({ rate_from, rate_to, other }) =>
    other && other.minutes > 0 ? [{ from: rate_from, to: rate_to, share: other.share }] : [],
  );
  return parts.flatMap(({ from, to, share }, index) => [
    ...(parts[index - 1]?.to === from ? [] : [{ x: from, y: 0 }]),
    { x: from, y: share },
    { x: to, y: share },
    ...(parts[index + 1]?.from === to ? [] : [{ x: to, y: 0 }]),
  ]);
}

function classText({ rate_from, rate_to }: LoadClass, unit: string): string {
  const span = `${numberText(tidyRate(rate_from))} to ${numberText(tidyRate(rate_to))}`;
  return `${span} ${isUnitKnown(unit) ? powerUnitText(unit) : 'per hour'}`;
}
