import { describe, expect, it } from 'vitest';
import { RULE_SETTINGS } from '../../domain/rules';
import { ruleText } from './rule-text';

const FALLBACK = 'The rule of this name found something.';

/** What the models name beside the rules that can be set: reasons to set aside, and why a reading is missing. */
const REASONS = [
  'wall_clock_summed',
  'pass_not_recorded',
  'value_in_nonexistent_hour',
  'zero_in_nonexistent_hour',
  'null_in_source',
  'day_absent',
  'no_slot',
  'wrong_length',
  'duplicate_identical',
  'duplicate_conflicting',
  'overlapping_period',
  'unreadable_resolution',
  'resolution_inferred',
  'null_key',
  'date_out_of_range',
  'empty_array',
  'not_a_finite_number',
];

describe('the sentences of a rule', () => {
  it('are there for every rule that can be set and every reason', () => {
    for (const rule of [...RULE_SETTINGS.map((setting) => setting.rule), ...REASONS]) {
      expect([rule, ruleText(rule).means]).not.toEqual([rule, FALLBACK]);
    }
  });

  it('say so of a rule that nobody described, by its name', () => {
    expect(ruleText('odd_smell')).toMatchObject({ title: 'Odd smell', means: FALLBACK });
  });
});
