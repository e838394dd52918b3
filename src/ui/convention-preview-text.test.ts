import { expect, test } from 'vitest';
import type { PolicyPreviewRow } from '../queries/rows/clock-changes';
import { changedDaysText, changedFigures, isChanged } from './convention-preview-text';

const row: PolicyPreviewRow = {
  source_file: 'meters.parquet',
  name: 'elapsed',
  days: 365,
  days_changed: 2,
  first_date: Date.UTC(2022, 2, 27),
  last_date: Date.UTC(2022, 9, 30),
  readings_before: 8760,
  readings_after: 8760,
  split_before: 2,
  split_after: 0,
  missing_before: 0,
  missing_after: 48,
  aside_before: 0,
  aside_after: 47,
  unit: 'kWh',
  energy_before: '876000.000000000',
  energy_after: '871200.000000000',
  energy_aside_before: '0.000000000',
  energy_aside_after: '4800.000000000',
};

test('tells every figure that changes and none that does not', () => {
  expect(changedFigures(row)).toEqual([
    ['Days that change', '2 of 365 days: 27 Mar 2022 and 30 Oct 2022'],
    ['Intervals that share a value', '2 → 0'],
    ['Intervals without a value', '0 → 48'],
    ['Values set aside', '0 → 47'],
    ['Energy shown', '876,000 → 871,200 kWh'],
    ['Energy set aside', '0 → 4,800 kWh'],
  ]);
});

test('tells no energy where a file mixes units', () => {
  const names = changedFigures({ ...row, unit: null }).map(([name]) => name);
  expect(names).not.toContain('Energy shown');
  expect(names).toContain('Values set aside');
});

test('names the days as briefly as they allow', () => {
  expect(changedDaysText({ ...row, days_changed: 1, last_date: row.first_date })).toBe(
    '1 of 365 days: 27 Mar 2022',
  );
  expect(changedDaysText({ ...row, days_changed: 300 })).toBe(
    '300 of 365 days, between 27 Mar 2022 and 30 Oct 2022',
  );
});

test('knows a file that stays as it is', () => {
  const same = { ...row, days_changed: 0, first_date: null, last_date: null };
  expect(isChanged({ ...same, aside_after: 0 })).toBe(false);
  expect(isChanged(same)).toBe(true);
});
