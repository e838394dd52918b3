import { describe, expect, test } from 'vitest';
import { LOCALE, numberMarks } from './locale';

test('without a browser text is the same on every machine', () => {
  expect(LOCALE).toBe('en-GB');
});

describe('the marks of a number', () => {
  test.each([
    ['en-GB', ',', '.'],
    ['en-US', ',', '.'],
    ['de-DE', '.', ','],
    ['lt-LT', '\u00a0', ','],
  ])('%s', (locale, group, decimal) => {
    expect(numberMarks(locale)).toEqual({ group, decimal });
  });
});
