import { expect, test } from 'vitest';
import type { OverviewRow, SeriesRow } from '../queries/rows/series';
import { figuresOf } from './figure-list';

const series = { unit: 'unknown', min_resolution_minutes: 60, max_resolution_minutes: 60 } as SeriesRow;
const overview: OverviewRow = {
  first_utc: 0,
  last_utc_end: 0,
  first_local: 0,
  last_local: 0,
  intervals: 8760,
  intervals_with_energy: 8760,
  intervals_missing: 0,
  intervals_split: 2,
  intervals_suspect: 0,
  total_energy: 876000,
  mean_day_energy: 2400,
  complete_days: 365,
  local_days: 365,
  base_load_per_hour: 100,
  mean_per_hour: 100,
  peak_per_hour: 100,
  peak_energy: 100,
  peak_interval_minutes: 60,
  peak_local: Date.UTC(2022, 0, 1),
  peak_utc: Date.UTC(2021, 11, 31, 22),
  peak_utc_offset_minutes: 120,
  load_factor: 1,
  night_share: 1 / 3,
  weekend_share: null,
};

test('without a stated unit no figure prints one', () => {
  const figures = figuresOf(overview, series);
  expect(figures.map(({ name, value, unit }) => [name, value, unit])).toEqual([
    ['Total', '876,000', 'unit not stated'],
    ['Mean day', '2,400', 'unit not stated'],
    ['Base load', '100', 'per hour, unit not stated'],
    ['Peak', '100', 'per hour, unit not stated'],
    ['Load factor', '100%', ''],
    ['Night share', '33.3%', ''],
  ]);
  expect(JSON.stringify(figures)).not.toMatch(/kWh|kW\b/);
});

test('the peak has its local time and offset; a flat load has no peak to speak of', () => {
  const [, , , peak] = figuresOf({ ...overview, base_load_per_hour: 20 }, series);
  expect(peak!.place).toEqual({
    text: '1 Jan 2022 00:00 (UTC+2)',
    window: { from: Date.UTC(2022, 0, 1), to: Date.UTC(2022, 0, 2) },
  });
  expect(figuresOf(overview, series)[3]!.note).toContain('every interval alike');
});

test('a series without a single value shows dashes, not zeros', () => {
  const empty = {
    ...overview,
    total_energy: null,
    mean_day_energy: null,
    base_load_per_hour: null,
    peak_per_hour: null,
    peak_local: null,
    load_factor: null,
    night_share: null,
  };
  expect(figuresOf(empty, series).map((figure) => figure.value)).toEqual(['–', '–', '–', '–', '–']);
});

test('monthly readings have a mean month', () => {
  const monthly = { ...series, min_resolution_minutes: 43200 };
  expect(figuresOf(overview, monthly)[1]!.name).toBe('Mean month');
});
