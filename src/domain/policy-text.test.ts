import { describe, expect, test } from 'vitest';
import { DEFAULT_POLICIES } from './policy';
import { policyTexts, readPolicyTexts } from './policy-text';

describe('policies as text', () => {
  test('the defaults need none', () => {
    expect(policyTexts(DEFAULT_POLICIES)).toEqual({});
    expect(readPolicyTexts({})).toEqual({ policies: DEFAULT_POLICIES, refused: [] });
  });

  test('what differs comes back as it was', () => {
    const policies = {
      ...DEFAULT_POLICIES,
      zone: 'Australia/Lord_Howe',
      duplicates: 'set-aside',
      assumedUnit: 'm³',
    } as const;
    expect(policyTexts(policies)).toEqual({
      zone: 'Australia/Lord_Howe',
      duplicates: 'set-aside',
      assumedUnit: 'm³',
    });
    expect(readPolicyTexts(policyTexts(policies))).toEqual({ policies, refused: [] });
  });

  test.each([
    ['zone', 'Europe/Atlantis'],
    ['zone', "Europe/Vilnius'; drop table x"],
    ['duplicates', 'newest'],
    ['assumedFuel', 'wood'],
    ['assumedUnit', 'x'.repeat(25)],
    ['assumedUnit', ''],
  ])('%s cannot be %s and stays at its default', (name, text) => {
    expect(readPolicyTexts({ [name]: text })).toEqual({ policies: DEFAULT_POLICIES, refused: [name] });
  });
});
