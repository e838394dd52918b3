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

interface LoadClass extends DistributionRow {
  /** Share of the time, 0 to 1. */
  share: number;
}

/** How much of the time each load runs: one bar per class of load. */
export function distribution(rows: readonly DistributionRow[], unit: string, height: number): ChartSpec {
  const minutes = rows.reduce((sum, row) => sum + row.minutes, 0);
  const energy = rows.reduce((sum, row) => sum + row.energy, 0);
  const classes = rows.map((row) => ({ ...row, share: minutes ? row.minutes / minutes : 0 }));
  const lines = (each: LoadClass) => [
    `${percentText(each.share)} of the time, ${countOf(Math.round(each.minutes / 60), 'hour')}`,
    `${energyText(each.energy, unit)}${energy > 0 ? `, ${percentText(each.energy / energy)} of all` : ''}`,
  ];
  return {
    height,
    points: classes.map((each) => ({
      x1: each.rate_from,
      x2: each.rate_to,
      y: each.share,
      read: () => ({ title: classText(each, unit), lines: lines(each) }),
    })),
    table: {
      caption: 'Time spent at each load',
      columns: ['Load', 'Time', 'Energy'],
      rows: classes.map((each) => [classText(each, unit), ...lines(each)]),
    },
    options: (width) => distributionOptions(classes, unit, width, height),
  };
}

function distributionOptions(
  classes: readonly LoadClass[],
  unit: string,
  width: number,
  height: number,
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
        y: 'share',
        insetLeft: 0.5,
        insetRight: 0.5,
        fill: 'var(--data)',
      }),
      Plot.ruleY([0], { stroke: 'var(--ink-3)' }),
    ],
  };
}

function classText({ rate_from, rate_to }: DistributionRow, unit: string): string {
  const span = `${numberText(tidy(rate_from))} to ${numberText(tidy(rate_to))}`;
  return `${span} ${isUnitKnown(unit) ? powerUnitText(unit) : 'per hour'}`;
}

/** Without the tail that a product of binary fractions may have. */
const tidy = (rate: number): number => Number(rate.toPrecision(10));
