import * as Plot from '@observablehq/plot';
import type { TypicalDayRow } from '../queries/rows/series';
import { axisNumber, baseOptions } from './chart-spec';
import type { ChartSpec, ReadPoint } from './chart-spec';
import type { Overlay } from './overlay';
import { countOf, powerText, powerUnitText } from '../domain/number-text';
import { minuteText } from './time-text';

export type Season = TypicalDayRow['season'];
export const SEASONS: readonly Season[] = ['winter', 'spring', 'summer', 'autumn'];

/** The highest mean of all seasons, so that the panels share one scale. */
export const typicalPeak = (rows: readonly TypicalDayRow[]): number =>
  Math.max(0, ...rows.map((row) => row.energy_per_hour ?? 0));

const typicalLow = (rows: readonly TypicalDayRow[]): number =>
  Math.min(0, ...rows.map((row) => row.energy_per_hour ?? 0));

/** One season's mean day: weekdays as a solid line, weekends dashed, one scale for all seasons. */
export function typicalDay(
  all: readonly TypicalDayRow[],
  season: Season,
  unit: string,
  height: number,
  overlay: Overlay<TypicalDayRow> | null = null,
): ChartSpec {
  const rows = ofSeason(all, season);
  const other = ofSeason(overlay?.rows ?? [], season);
  const both = [...all, ...(overlay?.rows ?? [])];
  const domain = [typicalLow(both), typicalPeak(both) || 1] as const;
  const middle = (row: TypicalDayRow) => row.local_hour + 0.5;
  const line = { x: middle, y: 'energy_per_hour', curve: 'monotone-x' } as const;
  return {
    height,
    points: readPoints(rows, unit, overlay, other),
    table: typicalTable(rows, season, unit, overlay && { label: overlay.label, rows: other }),
    options: (width) => ({
      ...baseOptions(width, height),
      marginLeft: 40,
      marginRight: 18,
      marginTop: 10,
      marginBottom: 24,
      x: {
        domain: [0, 24],
        ticks: [0, 6, 12, 18, 24],
        tickFormat: (hour: number) => minuteText(hour * 60),
        label: null,
      },
      y: { domain, nice: true, grid: true, ticks: 3, tickFormat: axisNumber, label: null },
      marks: [
        Plot.ruleY([0], { stroke: 'var(--ink-3)' }),
        ...otherLines(other, line, overlay?.colour),
        Plot.lineY(
          rows.filter((row) => !row.is_weekend),
          { ...line, stroke: 'var(--data)', strokeWidth: 2.25 },
        ),
        Plot.lineY(
          rows.filter((row) => row.is_weekend),
          {
            ...line,
            stroke: 'var(--data-deep)',
            strokeWidth: 2.25,
            strokeDasharray: '6 4',
          },
        ),
      ],
    }),
  };
}

const ofSeason = (rows: readonly TypicalDayRow[], season: Season): TypicalDayRow[] =>
  rows.filter((row) => row.season === season).sort((a, b) => a.local_hour - b.local_hour);

function otherLines(
  rows: readonly TypicalDayRow[],
  line: Plot.LineYOptions,
  colour = 'var(--compare)',
): Plot.Markish[] {
  return [false, true].map((weekend) =>
    Plot.lineY(
      rows.filter((row) => row.is_weekend === weekend),
      { ...line, stroke: colour, strokeWidth: 1.5, ...(weekend ? { strokeDasharray: '3 3' } : {}) },
    ),
  );
}

const of = (rows: readonly TypicalDayRow[], hour: number, weekend: boolean): TypicalDayRow | undefined =>
  rows.find((row) => row.local_hour === hour && row.is_weekend === weekend);

function readPoints(
  rows: readonly TypicalDayRow[],
  unit: string,
  overlay: Overlay<TypicalDayRow> | null,
  other: readonly TypicalDayRow[],
): ReadPoint[] {
  const hours = [...new Set([...rows, ...other].map((row) => row.local_hour))].sort((a, b) => a - b);
  const power = (from: readonly TypicalDayRow[], hour: number, weekend: boolean) =>
    powerText(of(from, hour, weekend)?.energy_per_hour ?? null, unit);
  return hours.map((hour) => {
    const weekday = of(rows, hour, false);
    const weekend = of(rows, hour, true);
    return {
      x1: hour,
      x2: hour + 1,
      y: weekday?.energy_per_hour ?? weekend?.energy_per_hour ?? null,
      read: () => ({
        title: `${minuteText(hour * 60)}–${minuteText(hour * 60 + 60)}`,
        lines: [
          `Weekday: ${powerText(weekday?.energy_per_hour ?? null, unit)}`,
          `Weekend: ${powerText(weekend?.energy_per_hour ?? null, unit)}`,
          ...(overlay
            ? [`${overlay.label}: ${power(other, hour, false)}, weekend ${power(other, hour, true)}`]
            : []),
        ],
      }),
    };
  });
}

function typicalTable(
  rows: readonly TypicalDayRow[],
  season: Season,
  unit: string,
  other: Pick<Overlay<TypicalDayRow>, 'label' | 'rows'> | null,
): ChartSpec['table'] {
  const hours = [...new Set([...rows, ...(other?.rows ?? [])].map((row) => row.local_hour))];
  const both = (side: readonly TypicalDayRow[], hour: number) =>
    [false, true].map((weekend) => powerText(of(side, hour, weekend)?.energy_per_hour ?? null, unit));
  return {
    caption: `Mean day in ${season}, ${powerUnitText(unit)}`,
    columns: [
      ...['Hour', 'Weekday', 'Weekend'],
      ...(other ? [`Weekday, ${other.label}`, `Weekend, ${other.label}`] : []),
    ],
    rows: hours.map((hour) => [
      minuteText(hour * 60),
      ...both(rows, hour),
      ...(other ? both(other.rows, hour) : []),
    ]),
  };
}

/** How many weekdays and weekend days a season's means rest on. */
export function seasonDays(rows: readonly TypicalDayRow[], season: Season): string {
  const most = (weekend: boolean) =>
    Math.max(
      0,
      ...rows.filter((row) => row.season === season && row.is_weekend === weekend).map((row) => row.days),
    );
  return `${countOf(most(false), 'weekday')}, ${countOf(most(true), 'weekend day')}`;
}
