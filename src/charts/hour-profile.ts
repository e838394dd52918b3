import * as Plot from '@observablehq/plot';
import { countOf, powerText, powerUnitText } from '../domain/number-text';
import type { PortfolioHourRow } from '../queries/rows/portfolio';
import { axisNumber, baseOptions } from './chart-spec';
import type { ChartSpec } from './chart-spec';
import { minuteText } from './time-text';

const hourText = (hour: number): string => `${minuteText(hour * 60)}–${minuteText(hour * 60 + 60)}`;

/** The mean load of one meter of the portfolio over the hours of the day, one step per hour. */
export function hourProfile(
  rows: readonly PortfolioHourRow[],
  unit: string,
  zone: string,
  height: number,
): ChartSpec {
  const steps = rows.flatMap(({ local_hour: hour, energy_per_hour: rate }) => [
    { hour, rate },
    { hour: hour + 1, rate },
  ]);
  return {
    height,
    points: rows.map((row) => ({
      x1: row.local_hour,
      x2: row.local_hour + 1,
      y: row.energy_per_hour,
      read: () => ({
        title: hourText(row.local_hour),
        lines: [powerText(row.energy_per_hour, unit), `mean of ${countOf(row.series_count, 'meter')}`],
      }),
    })),
    table: {
      caption: `Mean load of one meter by hour of the day, ${powerUnitText(unit)}`,
      columns: ['Hour', 'Mean load'],
      rows: rows.map((row) => [hourText(row.local_hour), powerText(row.energy_per_hour, unit)]),
    },
    options: (width) => ({
      ...baseOptions(width, height),
      x: {
        domain: [0, 24],
        ticks: [0, 3, 6, 9, 12, 15, 18, 21, 24],
        tickFormat: (hour: number) => (width < 480 && hour % 6 ? '' : minuteText(hour * 60)),
        label: `Local time, ${zone}`,
        labelAnchor: 'center',
        labelArrow: 'none',
        labelOffset: 46,
      },
      y: {
        grid: true,
        nice: true,
        zero: true,
        ticks: 5,
        tickFormat: axisNumber,
        label: powerUnitText(unit),
        labelArrow: 'none',
      },
      marks: [
        Plot.areaY(steps, { x: 'hour', y1: 0, y2: 'rate', fill: 'var(--data-partial)' }),
        Plot.lineY(steps, { x: 'hour', y: 'rate', stroke: 'var(--data)', strokeWidth: 2.25 }),
        Plot.ruleY([0], { stroke: 'var(--ink-3)' }),
      ],
    }),
  };
}
