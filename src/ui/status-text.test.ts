import { expect, test } from 'vitest';
import { DEFAULT_POLICIES } from '../domain/policy';
import type { SeriesRow } from '../queries/rows/series';
import type { Activity, Dataset, SessionState, Stage } from '../session/session-state';
import { stageCount } from './stage-text';
import { statusText } from './status-text';

const series = (ext_dev_ref: string, channel = 'consumption'): SeriesRow => ({
  series_id: 1,
  client_id: '111111',
  ext_dev_ref,
  fuel: 'electricity',
  channel,
  unit: 'unknown',
  stated_unit: 'unknown',
  is_register: false,
  series_key: '',
  first_date: 0,
  last_date: 0,
  min_resolution_minutes: 60,
  max_resolution_minutes: 60,
  days: 365,
});
const ledger = { readings: 8760 } as Dataset['ledger'][number];
const dataset: Dataset = {
  version: 1,
  sources: [
    {
      source_id: 1,
      name: 'home_assignment_raw_data.parquet',
      bytes: 1,
      rows: 365,
      values: 8759,
      container: 'parquet' as const,
      shape: 'list-column' as const,
      mapping: null,
      sha256: '',
    },
  ],
  policies: DEFAULT_POLICIES,
  series: [series('ext_device_1')],
  conventions: [],
  ledger: [ledger],
  setAside: [],
  findings: [],
  conversions: [],
};
const state: SessionState = {
  engine: { phase: 'ready', loadedBytes: 1, totalBytes: 1 },
  dataset,
  activity: null,
  refusal: null,
  wayOn: null,
  mapping: null,
  selection: null,
  saved: null,
  story: null,
  notice: null,
  preview: null,
};
const stage: Stage = { name: 'reading', done: 1200, total: 8760, unit: 'rows', state: 'running' };
const activity: Activity = { kind: 'open', subject: 'a.parquet', stages: [stage], cancelling: false };

test('ends with ready once the picture is drawn, and not a moment before', () => {
  expect(statusText(state, true, 0)).toBe(
    'home_assignment_raw_data.parquet: 1 meter, 8,760 intervals, ready',
  );
  expect(statusText(state, false, 0)).not.toMatch(/ready$/);
  expect(statusText(state, true, 1)).not.toMatch(/ready$/);
  expect(statusText({ ...state, activity }, true, 0)).not.toMatch(/ready$/);
  expect(statusText({ ...state, dataset: null }, false, 0)).not.toMatch(/ready$/);
  expect(statusText({ ...state, activity: { ...activity, subject: 'be ready' } }, true, 0)).not.toMatch(
    /ready$/,
  );
});

test('two channels of one meter are one meter, several files are counted', () => {
  const two: Dataset = {
    ...dataset,
    sources: [...dataset.sources, ...dataset.sources],
    series: [series('a', 'import'), series('a', 'export'), series('b')],
  };
  expect(statusText({ ...state, dataset: two }, true, 0)).toBe('2 files: 2 meters, 8,760 intervals, ready');
});

test('a running stage is named without its counts, which are shown beside it', () => {
  expect(statusText({ ...state, activity }, true, 0)).toBe('Opening a.parquet: reading rows');
  expect(stageCount(stage)).toBe('1,200 of 8,760 rows');
  expect(stageCount({ ...stage, total: null })).toBe('1,200 rows');
  expect(stageCount({ ...stage, state: 'waiting' })).toBe('');
});
