import * as Plot from '@observablehq/plot';
import type { LoadDurationRow } from '../queries/rows/series';
import { isUnitKnown, percentText, powerText, powerUnitText } from '../domain/number-text';
import { axisNumber, baseOptions } from './chart-spec';
import type { ChartSpec, ReadPoint } from './chart-spec';
import type { Overlay } from './overlay';

/** Shares whose load the table names. */
const TABLE_SHARES = [0, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99];

/** The loads in falling order over the share of time that reaches them: high on the left, the base load on the right. */
export function loadDuration(
  rows: readonly LoadDurationRow[],
  unit: string,
  height: number,
  overlay: Overlay<LoadDurationRow> | null = null,
): ChartSpec {
  const outline = outlineOf(rows);
  const other = outlineOf(overlay?.rows ?? []);
  return {
    height,
    points: rows.map((row) => readPoint(row, unit, overlay)),
    table: {
      caption: 'Load that is reached for a share of the time',
      columns: [
        'Share of the time',
        `Load at least (${powerUnitText(unit)})`,
        ...(overlay ? [overlay.label] : []),
      ],
      rows: TABLE_SHARES.flatMap((share) => {
        const at = (side: readonly LoadDurationRow[]) => side.find((each) => each.share_to > share);
        const row = at(rows);
        const beside = overlay ? [powerText(at(overlay.rows)?.rate_from ?? null, unit)] : [];
        return row ? [[percentText(share), powerText(row.rate_from, unit), ...beside]] : [];
      }),
    },
    options: (width) => ({
      ...baseOptions(width, height),
      x: {
        domain: [0, 1],
        ticks: width < 480 ? [0, 0.5, 1] : [0, 0.25, 0.5, 0.75, 1],
        tickFormat: percentText,
        label: 'Share of the time that the load is reached',
        labelAnchor: 'center',
        labelArrow: 'none',
        labelOffset: 40,
      },
      y: rateAxis(unit),
      marks: [
        Plot.areaY(outline, { x: 'share', y1: 0, y2: 'rate', fill: 'var(--data)', fillOpacity: 0.25 }),
        Plot.line(outline, { x: 'share', y: 'rate', stroke: 'var(--data)', strokeWidth: 2 }),
        Plot.line(other, {
          x: 'share',
          y: 'rate',
          stroke: overlay?.colour ?? 'var(--compare)',
          strokeWidth: 1.75,
        }),
        Plot.ruleY([0], { stroke: 'var(--ink-3)' }),
      ],
    }),
  };
}

const outlineOf = (rows: readonly LoadDurationRow[]) =>
  rows.flatMap((row) => [
    { share: row.share_from, rate: row.rate_from },
    { share: row.share_to, rate: row.rate_to },
  ]);

/** An axis of energy per hour, from zero, with its unit as its title. */
export function rateAxis(unit: string): Plot.ScaleOptions & { label: string } {
  return {
    label: isUnitKnown(unit) ? powerUnitText(unit) : 'Energy per hour (unit not stated)',
    labelArrow: 'none',
    grid: true,
    nice: true,
    zero: true,
    ticks: 4,
    tickFormat: axisNumber,
  };
}

function readPoint(row: LoadDurationRow, unit: string, overlay: Overlay<LoadDurationRow> | null): ReadPoint {
  const other = overlay?.rows.find((each) => each.share_to >= row.share_to);
  return {
    x1: row.share_from,
    x2: row.share_to,
    y: (row.rate_from + row.rate_to) / 2,
    read: () => ({
      title: `${percentText(row.share_to)} of the time`,
      lines: [
        `at least ${powerText(row.rate_to, unit)}`,
        ...(overlay && other ? [`${overlay.label}: ${powerText(other.rate_to, unit)}`] : []),
      ],
    }),
  };
}
