import { describe, expect, test } from 'vitest';
import { APP_ERROR_CODES } from './app-error';
import type { AppErrorCode, AppErrorDetail } from './app-error';
import { needsReassurance, refusalText } from './refusal-text';

const say = (code: AppErrorCode, detail: AppErrorDetail = {}) => {
  const { title, sentence, nextStep } = refusalText({ code, detail });
  return `${title} | ${sentence} | ${nextStep}`;
};

describe('every code of the closed list', () => {
  test.each(APP_ERROR_CODES)('%s has a title, a sentence and a next step', (code) => {
    const { title, sentence, nextStep } = refusalText({ code, detail: {} });
    expect(title.length).toBeGreaterThan(5);
    expect(sentence).toMatch(/^[A-Z“].*\.$/);
    expect(nextStep).toMatch(/^[A-Z].*\.$/);
    expect(say(code)).not.toMatch(/undefined|null|NaN|\[object/);
  });

  test('no two say the same', () => {
    expect(new Set(APP_ERROR_CODES.map((code) => say(code))).size).toBe(APP_ERROR_CODES.length);
  });
});

test('the place is told as far as it is known', () => {
  expect(say('NULL_KEY', { file: 'a.parquet', count: 3, row: 1200, column: 'date' })).toContain(
    '“a.parquet” has 3 rows without a key, the first in row 1,200, column “date”',
  );
  expect(say('COLUMN_TYPE', { file: 'a.parquet', column: 'date' })).toContain(
    'The column “date” of “a.parquet”',
  );
  expect(say('TOO_LARGE', { file: 'a.parquet', count: 90_000_000, fits: 40_000_000 })).toContain(
    'About 40,000,000 rows would fit.',
  );
  expect(say('UNKNOWN_ZONE', { zone: 'Mars/Olympus' })).toContain('“Mars/Olympus”');
  expect(say('CODEC_UNSUPPORTED', { codec: 'LZO' })).toContain('with LZO');
});

test('several missing columns are named together', () => {
  const columns = ['client_id', 'date'].map((column) => ({ column, expected: 'text', found: null }));
  expect(say('COLUMN_MISSING', { file: 'a.parquet', columns })).toContain('the columns “client_id”, “date”');
});

test('text from a file is cut, and stays text', () => {
  const hostile = `<script>alert(1)</script>${'x'.repeat(10_000)}`;
  expect(say('NOT_PARQUET', { file: 'notes.parquet' })).toContain('does not begin with “PAR1”');
  const text = say('NOT_PARQUET', { file: hostile });
  expect(text.length).toBeLessThan(300);
  expect(text).toContain('<script>');
});

test('a code of a newer worker still gets a sentence', () => {
  expect(say('SOMETHING_NEW' as AppErrorCode)).toContain('SOMETHING_NEW');
});

test('what was open is said to be open where a person may fear for it', () => {
  expect(needsReassurance('NOT_PARQUET')).toBe(true);
  expect(needsReassurance('UNKNOWN_ZONE')).toBe(false);
  expect(needsReassurance('ENGINE_LOST')).toBe(false);
});
