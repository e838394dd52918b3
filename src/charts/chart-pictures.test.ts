import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import type {
  DailyRow,
  DistributionRow,
  IntervalRow,
  LoadDurationRow,
  MonthlyRow,
  TypicalDayRow,
  WeekRow,
} from '../queries/rows/series';
import type { ChartSpec } from './chart-spec';
import { dailyTimeline } from './daily-timeline';
import { distribution } from './distribution';
import { intervalTimeline } from './interval-timeline';
import { loadDuration } from './load-duration';
import type { Mark } from './marks';
import { monthlyTotals } from './monthly-totals';
import type { Overlay } from './overlay';
import { quickChart } from './quick-chart';
import { DAY, HOUR } from './time-text';
import { typicalDay } from './typical-day';
import { typicalWeek } from './typical-week';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

/** The chart as SVG text, a mark a line, so that a change of the picture shows as a change of lines. */
function picture(spec: ChartSpec, width = 640): string {
  const svg = Plot.plot({
    ...spec.options(width),
    width,
    height: spec.height,
    document,
  });
  for (const style of svg.querySelectorAll('style')) style.remove();
  return `${svg.outerHTML.replaceAll('><', '>\n<')}\n`;
}

const MARCH = Date.UTC(2022, 2, 20);
const zone = 'Europe/Vilnius';
/** A value that differs by place and looks like nothing in particular. */
const load = (index: number): number =>
  Math.round(100 * (3 + 2 * Math.sin(index / 2.3) + (index % 5) / 4)) / 100;

const days: DailyRow[] = Array.from({ length: 14 }, (_, index) => ({
  local_date: MARCH + index * DAY,
  energy: index === 4 ? null : 20 * load(index),
  intervals: index === 7 ? 23 : 24,
  intervals_missing: index === 4 ? 24 : index === 9 ? 3 : 0,
  minutes: index === 7 ? 1380 : 1440,
}));
const marks: Mark[] = [
  {
    kind: 'transition',
    from: MARCH + 7 * DAY,
    to: MARCH + 8 * DAY,
    text: 'Clocks went forward',
  },
  {
    kind: 'holiday',
    from: MARCH + 2 * DAY,
    to: MARCH + 3 * DAY,
    text: 'A holiday',
  },
];
const over = <R>(rows: readonly R[], shift = 0): Overlay<R> => ({
  rows,
  label: 'the other',
  colour: 'var(--compare)',
  shift,
});
const window = { from: MARCH, to: MARCH + 14 * DAY };

/** Two local days around the spring change of 2022 in Vilnius: 03:00 is skipped. */
const intervals: IntervalRow[] = Array.from({ length: 30 }, (_, index) => {
  const utc = Date.UTC(2022, 2, 26, 10) + index * HOUR;
  const offset = utc >= Date.UTC(2022, 2, 27, 1) ? 180 : 120;
  return {
    timestamp_utc: utc,
    timestamp_local: utc + offset * 60_000,
    utc_offset_minutes: offset,
    interval_minutes: 60,
    energy: index === 20 ? null : load(index),
    quality: index === 20 ? 'missing' : index === 5 ? 'split' : index === 8 ? 'suspect' : 'measured',
  };
});
const months: MonthlyRow[] = Array.from({ length: 14 }, (_, index) => ({
  local_month: Date.UTC(2022, index, 1),
  energy: index === 5 ? null : 500 * load(index),
  intervals: 720,
  intervals_missing: index === 5 ? 720 : index === 8 ? 72 : 0,
}));
const seasons: TypicalDayRow[] = [false, true].flatMap((is_weekend) =>
  Array.from({ length: 24 }, (_, local_hour) => ({
    season: 'winter' as const,
    is_weekend,
    local_hour,
    energy_per_hour: load(local_hour + (is_weekend ? 3 : 0)),
    days: 20,
  })),
);
const steps: LoadDurationRow[] = Array.from({ length: 10 }, (_, index) => ({
  share_from: index / 10,
  share_to: (index + 1) / 10,
  rate_from: 10 - index,
  rate_to: 9.5 - index,
}));
const classes: DistributionRow[] = Array.from({ length: 8 }, (_, index) => ({
  rate_from: index / 2,
  rate_to: (index + 1) / 2,
  minutes: 60 * (9 - index),
  energy: index,
}));
const week: WeekRow[] = Array.from({ length: 168 }, (_, hour) => ({
  iso_weekday: Math.floor(hour / 24) + 1,
  local_hour: hour % 24,
  energy_per_hour: hour === 50 ? null : load(hour),
  days: 52,
}));

const CHARTS: Readonly<Record<string, ChartSpec>> = {
  days: dailyTimeline({
    rows: days,
    window,
    unit: 'kWh',
    zone,
    height: 220,
    per: 'day',
    marks,
  }),
  'days-compared': dailyTimeline({
    rows: days,
    window,
    unit: 'unknown',
    zone,
    height: 220,
    per: 'day',
    overlay: over(
      days.map((day) => ({ ...day, local_date: day.local_date - 14 * DAY })),
      14 * DAY,
    ),
  }),
  intervals: intervalTimeline({
    rows: intervals,
    window: { from: Date.UTC(2022, 2, 26, 12), to: Date.UTC(2022, 2, 27, 19) },
    unit: 'kWh',
    zone,
    height: 220,
    marks,
    overlay: over(intervals.map((row) => ({ ...row, energy: (row.energy ?? 0) / 2 }))),
  }),
  months: monthlyTotals({
    rows: months,
    unit: 'kWh',
    height: 220,
    window: { from: Date.UTC(2022, 2, 1), to: Date.UTC(2022, 4, 1) },
    overlay: over(months.slice(0, 6), 365 * DAY),
  }),
  'typical-day': typicalDay(seasons, 'winter', 'kWh', 132, over(seasons)),
  'typical-week': typicalWeek(week, 'kWh', 220, over(week)),
  'load-duration': loadDuration(steps, 'kWh', 220, over(steps)),
  distribution: distribution(classes, 'kWh', 220),
  'distribution-compared': distribution(
    classes,
    'kWh',
    220,
    over(classes.slice(1, 7).map((row) => ({ ...row, minutes: 60 * (row.rate_from + 2) }))),
  ),
  'quick-line': quickChart({
    points: days.flatMap(({ local_date, energy }) =>
      energy === null ? [] : [{ x: local_date, y: energy - 60, xText: 'a day', yText: String(energy - 60) }],
    ),
    axis: 'time',
    form: 'line',
    xName: 'local_date',
    yName: 'energy',
    height: 220,
  }),
  'quick-groups': quickChart({
    points: ['heat pump', 'electric heating'].flatMap((group, index) =>
      days.flatMap(({ local_date, energy }) =>
        energy === null
          ? []
          : [{ x: local_date, y: energy + 9 * index, xText: 'a day', yText: String(energy), group }],
      ),
    ),
    axis: 'time',
    form: 'line',
    xName: 'local_date',
    yName: 'energy',
    groups: ['heat pump', 'electric heating'],
    groupName: 'meter',
    height: 220,
  }),
  'quick-bars': quickChart({
    points: [3, -1, 2].map((y, x) => ({ x, y, xText: `a meter with a name ${x}`, yText: String(y) })),
    axis: 'name',
    form: 'bars',
    xName: 'meter',
    yName: 'change',
    height: 220,
  }),
};

describe('each chart is drawn as before', () => {
  test.each(Object.keys(CHARTS))('%s', async (name) => {
    const svg = picture(CHARTS[name]!);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    await expect(svg).toMatchFileSnapshot(`snapshots/${name}.svg`);
  });
});

test('an overlay by another length of interval is drawn as the mean over one of this meter', () => {
  const quarters = intervals.flatMap((row) =>
    [0, 1, 2, 3].map((quarter) => ({
      ...row,
      timestamp_utc: row.timestamp_utc + (quarter * HOUR) / 4,
      timestamp_local: row.timestamp_local + (quarter * HOUR) / 4,
      interval_minutes: 15,
      energy: 1,
    })),
  );
  const spec = intervalTimeline({
    rows: intervals,
    window: { from: Date.UTC(2022, 2, 26, 12), to: Date.UTC(2022, 2, 27, 12) },
    unit: 'kWh',
    zone,
    height: 220,
    overlay: over(quarters),
  });
  expect(spec.points[0]!.read().lines).toContain('the other: 4 kWh');
});

test('both sides stand in the tables that assistive technology reads', () => {
  const tables = ['days-compared', 'intervals', 'months', 'typical-day', 'typical-week', 'load-duration'].map(
    (name) => CHARTS[name]!.table,
  );
  for (const { columns, rows } of [...tables, CHARTS['distribution-compared']!.table]) {
    expect(columns.at(-1)).toMatch(/the other$/);
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
    expect(new Set(columns).size).toBe(columns.length);
  }
  const [byDay, byInterval, byMonth, , , byShare] = tables;
  expect(byDay!.rows[0]!.at(-1)).toBe(byDay!.rows[0]![1]);
  expect(byInterval!.rows[0]!.slice(1)).toEqual(['3 kWh', 'measured', '1.5 kWh']);
  expect(byMonth!.rows[12]!.at(-1)).toBe(byMonth!.rows[0]![1]);
  expect(byShare!.rows[0]!.slice(1)).toEqual(['10 kW', '10 kW']);
});
