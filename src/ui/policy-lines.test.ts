import { expect, test } from 'vitest';
import { DEFAULT_POLICIES } from '../domain/policy';
import { policyLines } from './policy-lines';

test('every choice is told in plain words', () => {
  const lines = Object.fromEntries(
    policyLines({
      ...DEFAULT_POLICIES,
      estimate: 'totals',
      duplicates: 'set-aside',
      ruleThresholds: { over_capacity: 17, spike: null, stuck: 6 },
    }),
  );
  expect(lines).toMatchObject({
    'Missing readings': 'are estimated, in every figure too',
    'Rows that contradict': 'none counts, all are set aside',
    Rules: 'over capacity 17 kW of the connection, spike off',
  });
});

test('a file of an earlier version is told as it was done then', () => {
  const { ruleThresholds: _rules, estimate: _estimate, ...earlier } = DEFAULT_POLICIES;
  const lines = Object.fromEntries(policyLines(earlier));
  expect(lines).toMatchObject({ 'Missing readings': 'stay empty', Rules: 'the usual thresholds' });
});
