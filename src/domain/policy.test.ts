import { expect, test } from 'vitest';
import { chooseForFile, DEFAULT_POLICIES, fileChoice, isClockOffset } from './policy';

const chosen = { convention: 'fixed-offset', clockOffsetMinutes: 345 } as const;

test('a choice for one file goes before that for all, and leaves the others', () => {
  const policies = { ...DEFAULT_POLICIES, ...chooseForFile(DEFAULT_POLICIES, 'a.csv', chosen) };
  expect(fileChoice(policies, 'a.csv')).toEqual(chosen);
  expect(fileChoice(policies, 'b.csv')).toEqual({ convention: 'auto', clockOffsetMinutes: null });
  const both = { ...policies, ...chooseForFile(policies, 'b.csv', { ...chosen, convention: 'utc' }) };
  expect(fileChoice(both, 'a.csv')).toEqual(chosen);
  expect(fileChoice(both, 'b.csv').convention).toBe('utc');
});

test('what equals the choice for all files is not kept', () => {
  const policies = { ...DEFAULT_POLICIES, ...chooseForFile(DEFAULT_POLICIES, 'a.csv', chosen) };
  const back = chooseForFile(policies, 'a.csv', { convention: 'auto', clockOffsetMinutes: null });
  expect(back).toEqual({ fileConventions: {}, fileClockOffsets: {} });
});

test.each(['constructor', '__proto__', 'toString'])('a file may be named %s', (name) => {
  expect(fileChoice(DEFAULT_POLICIES, name).convention).toBe('auto');
  const policies = { ...DEFAULT_POLICIES, ...chooseForFile(DEFAULT_POLICIES, name, chosen) };
  expect(fileChoice(policies, name)).toEqual(chosen);
});

test('a clock lies between the ends of the world', () => {
  const minutes = [-721, -720, 0, 840, 841, 1.5, Number.NaN, '60', null];
  expect(minutes.filter(isClockOffset)).toEqual([-720, 0, 840]);
});
