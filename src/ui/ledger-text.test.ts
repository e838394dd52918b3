import { expect, test } from 'vitest';
import type { LedgerRow } from '../queries/rows/ledger';
import { findingSentence, isBalanced, ledgerSentence, setAsideSentence } from './ledger-text';

const seed: LedgerRow = {
  fuel: 'electricity',
  channel: 'consumption',
  unit: 'unknown',
  rows_read: 365,
  rows_shown: 365,
  rows_set_aside: 0,
  values_read: 8759,
  values_shown: 8759,
  values_set_aside: 0,
  energy_read: '876000',
  energy_shown: '876000',
  energy_set_aside: '0',
  energy_difference: '0',
  readings: 8760,
  readings_split: 2,
  readings_missing: 0,
  readings_suspect: 0,
  readings_estimated: 0,
  readings_flagged: 0,
};

test('the ledger in sentences', () => {
  expect(ledgerSentence(seed)).toBe(
    '365 rows with 8,759 values were read, 876,000 (unit not stated) in all. 8,760 intervals are shown with 876,000; nothing was set aside. 2 of the intervals come from doubled slots.',
  );
  expect(ledgerSentence({ ...seed, unit: 'kWh', energy_set_aside: '57', values_set_aside: 1 })).toContain(
    '57 was set aside',
  );
});

test('a difference of a millionth is a difference', () => {
  expect(isBalanced(seed)).toBe(true);
  expect(isBalanced({ ...seed, energy_difference: '0.000001' })).toBe(false);
});

test('what was set aside, by reason', () => {
  const base = { fuel: 'electricity', channel: 'consumption', unit: 'kWh' };
  expect(
    setAsideSentence({ ...base, reason: 'value_in_nonexistent_hour', rows: 0, values: 1, energy: '57' }),
  ).toBe(
    '1 value stood for time that never happened, because the clocks went forward: energy 57 kWh, electricity consumption.',
  );
  expect(setAsideSentence({ ...base, reason: 'wrong_length', rows: 2, values: 34, energy: '3400.5' })).toBe(
    '2 rows, 34 values in all, belong to arrays whose length fits no reading of their day: energy 3,400.5 kWh, electricity consumption.',
  );
  expect(
    setAsideSentence({
      fuel: '–',
      channel: '–',
      unit: '–',
      reason: 'null_key',
      rows: 1,
      values: 0,
      energy: '0',
    }),
  ).toBe('1 row, 0 values in all, have no client, meter or date: no energy.');
});

test('findings say what and when; an unknown rule is still readable', () => {
  const base = { severity: 'finding' as const, series_id: 1, count: 2 };
  const day = Date.UTC(2022, 9, 30);
  expect(findingSentence({ ...base, rule: 'wall_clock_summed', first_date: day, last_date: day })).toBe(
    'intervals shared out from a slot that held two, on 30 Oct 2022',
  );
  expect(findingSentence({ ...base, rule: 'some_new_rule', first_date: null, last_date: null })).toBe(
    'some new rule',
  );
});
