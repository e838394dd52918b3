import * as Plot from '@observablehq/plot';
import type { WeekRow } from '../queries/rows/series';
import { countOf, powerText, powerUnitText } from '../domain/number-text';
import { baseOptions } from './chart-spec';
import type { ChartSpec } from './chart-spec';
import { rateAxis } from './load-duration';
import type { Overlay } from './overlay';
import { minuteText, weekdayNames } from './time-text';

const WEEKDAYS = weekdayNames('long');
const SHORT_WEEKDAYS = weekdayNames('short');
const HOURS = 168;

/** The hour's place in the week, 0 to 167. */
export const hourOfWeek = (row: WeekRow): number => (row.iso_weekday - 1) * 24 + row.local_hour;

/** The mean of each hour of the week, Monday to Sunday; weekend days in a lighter tone, another meter or period as a line. */
export function typicalWeek(
  rows: readonly WeekRow[],
  unit: string,
  height: number,
  overlay: Overlay<WeekRow> | null = null,
): ChartSpec {
  const otherAt = new Map(overlay?.rows.map((row) => [hourOfWeek(row), row.energy_per_hour]));
  const known = rows.filter((row) => row.energy_per_hour !== null);
  return {
    height,
    points: known.map((row) => ({
      x1: hourOfWeek(row),
      x2: hourOfWeek(row) + 1,
      y: row.energy_per_hour,
      read: () => ({
        title: `${weekday(row)} ${minuteText(row.local_hour * 60)}–${minuteText(row.local_hour * 60 + 60)}`,
        lines: [
          powerText(row.energy_per_hour, unit),
          `mean of ${countOf(row.days, 'day')}`,
          ...(overlay ? [`${overlay.label}: ${powerText(otherAt.get(hourOfWeek(row)) ?? null, unit)}`] : []),
        ],
      }),
    })),
    table: weekTable(known, unit, overlay),
    options: (width) => weekOptions(known, unit, width, height, overlay),
  };
}

function weekOptions(
  rows: readonly WeekRow[],
  unit: string,
  width: number,
  height: number,
  overlay: Overlay<WeekRow> | null,
): Plot.PlotOptions {
  const wide = (width - 64) / 7 > 76;
  const days = (wide ? WEEKDAYS : SHORT_WEEKDAYS).map((name, index) => ({ name, x: index * 24 + 12 }));
  const span = { x1: hourOfWeek, x2: (row: WeekRow) => hourOfWeek(row) + 1, y: 'energy_per_hour' } as const;
  return {
    ...baseOptions(width, height),
    marginBottom: 30,
    x: { domain: [0, HOURS], axis: null },
    y: rateAxis(unit),
    marks: [
      Plot.ruleX(
        WEEKDAYS.slice(1).map((_, index) => (index + 1) * 24),
        { stroke: 'var(--line-strong)', strokeOpacity: 0.6 },
      ),
      Plot.rectY(
        rows.filter((row) => row.iso_weekday < 6),
        { ...span, fill: 'var(--data)' },
      ),
      Plot.rectY(
        rows.filter((row) => row.iso_weekday >= 6),
        { ...span, fill: 'var(--data-partial)' },
      ),
      Plot.line(
        [...(overlay?.rows ?? [])].sort((one, other) => hourOfWeek(one) - hourOfWeek(other)),
        {
          x: (row: WeekRow) => hourOfWeek(row) + 0.5,
          y: 'energy_per_hour',
          curve: 'step',
          stroke: overlay?.colour ?? 'var(--compare)',
          strokeWidth: 1.75,
        },
      ),
      Plot.ruleY([0], { stroke: 'var(--ink-3)' }),
      Plot.text(days, {
        x: 'x',
        frameAnchor: 'bottom',
        dy: 8,
        lineAnchor: 'top',
        text: ({ name }: { name: string }) => (width < 480 ? name.slice(0, 2) : name),
        fill: 'var(--ink-2)',
      }),
    ],
  };
}

const weekday = (row: WeekRow): string => WEEKDAYS[row.iso_weekday - 1] ?? '';

function weekTable(
  rows: readonly WeekRow[],
  unit: string,
  overlay: Overlay<WeekRow> | null,
): ChartSpec['table'] {
  const hours = [...new Set(rows.map((row) => row.local_hour))].sort((a, b) => a - b);
  const cell = (side: readonly WeekRow[], hour: number, day: number) =>
    side.find((row) => row.local_hour === hour && row.iso_weekday === day)?.energy_per_hour ?? null;
  const days = (side: readonly WeekRow[], hour: number) =>
    WEEKDAYS.map((_, index) => powerText(cell(side, hour, index + 1), unit));
  return {
    caption: `Mean of each hour of the week, ${powerUnitText(unit)}`,
    columns: ['Hour', ...WEEKDAYS, ...(overlay ? WEEKDAYS.map((name) => `${name}, ${overlay.label}`) : [])],
    rows: hours.map((hour) => [
      minuteText(hour * 60),
      ...days(rows, hour),
      ...(overlay ? days(overlay.rows, hour) : []),
    ]),
  };
}
