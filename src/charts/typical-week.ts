import * as Plot from '@observablehq/plot';
import type { WeekRow } from '../queries/rows';
import { countOf, powerText, powerUnitText } from '../domain/number-text';
import { baseOptions } from './chart-spec';
import type { ChartSpec } from './chart-spec';
import { rateAxis } from './load-duration';
import { minuteText, weekdayNames } from './time-text';

const WEEKDAYS = weekdayNames('long');
const SHORT_WEEKDAYS = weekdayNames('short');
const HOURS = 168;

const hourOfWeek = (row: WeekRow): number => (row.iso_weekday - 1) * 24 + row.local_hour;

/** The mean of each hour of the week, Monday to Sunday; weekend days in a lighter tone. */
export function typicalWeek(rows: readonly WeekRow[], unit: string, height: number): ChartSpec {
  const known = rows.filter((row) => row.energy_per_hour !== null);
  return {
    height,
    points: known.map((row) => ({
      x1: hourOfWeek(row),
      x2: hourOfWeek(row) + 1,
      y: row.energy_per_hour,
      read: () => ({
        title: `${weekday(row)} ${minuteText(row.local_hour * 60)}–${minuteText(row.local_hour * 60 + 60)}`,
        lines: [powerText(row.energy_per_hour, unit), `mean of ${countOf(row.days, 'day')}`],
      }),
    })),
    table: weekTable(known, unit),
    options: (width) => weekOptions(known, unit, width, height),
  };
}

function weekOptions(
  rows: readonly WeekRow[],
  unit: string,
  width: number,
  height: number,
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

function weekTable(rows: readonly WeekRow[], unit: string): ChartSpec['table'] {
  const hours = [...new Set(rows.map((row) => row.local_hour))].sort((a, b) => a - b);
  const cell = (hour: number, day: number) =>
    rows.find((row) => row.local_hour === hour && row.iso_weekday === day)?.energy_per_hour ?? null;
  return {
    caption: `Mean of each hour of the week, ${powerUnitText(unit)}`,
    columns: ['Hour', ...WEEKDAYS],
    rows: hours.map((hour) => [
      minuteText(hour * 60),
      ...WEEKDAYS.map((_, index) => powerText(cell(hour, index + 1), unit)),
    ]),
  };
}
