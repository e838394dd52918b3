import { describe, expect, test } from 'vitest';
import type { ConventionRow, TransitionDayRow, TransitionIntervalRow } from '../queries/rows/clock-changes';
import { clockSentence, dayLengthText, doneSentence, whySentence } from './transition-text';

const values = (length: number, change: Record<number, number | null> = {}) =>
  Array.from({ length }, (_, slot) => (slot in change ? change[slot]! : 100));

const spring: TransitionDayRow = {
  local_date: Date.UTC(2022, 2, 27),
  source_file: 'meters.parquet',
  source_row: 85,
  resolution_minutes: 60,
  day_minutes: 1380,
  kind: 'gap',
  shift_start_minute: 180,
  shift_minutes: 60,
  offset_before_minutes: 120,
  offset_after_minutes: 180,
  layout: 'wall_clock',
  raw_values: values(24, { 3: null }),
};
const autumn: TransitionDayRow = {
  ...spring,
  kind: 'overlap',
  day_minutes: 1500,
  offset_before_minutes: 180,
  offset_after_minutes: 120,
  raw_values: values(24, { 3: 200 }),
};

/** Real hours that came from these slots, in order. */
const from = (slots: (number | null)[]): TransitionIntervalRow[] =>
  slots.map((slot, index) => ({
    local_date: spring.local_date,
    timestamp_utc: index,
    timestamp_local: index,
    utc_offset_minutes: index < 4 ? 180 : 120,
    interval_minutes: 60,
    energy: 100,
    quality: 'measured',
    quality_rule: null,
    source_slot: slot,
  }));
const range = (length: number, start = 0) => Array.from({ length }, (_, index) => start + index);
const springHours = from([0, 1, 2, ...range(20, 4)]);
const autumnHours = from([0, 1, 2, 3, 3, ...range(20, 4)]);

test('what the clocks did', () => {
  expect(clockSentence(spring)).toBe('Clocks went forward from 03:00 to 04:00 (UTC+2 to UTC+3)');
  expect(clockSentence(autumn)).toBe('Clocks went back from 04:00 to 03:00 (UTC+3 to UTC+2)');
  expect(dayLengthText(spring)).toBe('23 hours');
  expect(dayLengthText({ ...spring, day_minutes: 1410 })).toBe('23 hours 30 minutes');
});

describe('what was done', () => {
  test('an empty slot in spring', () => {
    expect(doneSentence(spring, springHours)).toBe(
      'Slot 3 (from 03:00) stands for time that never happened and is empty in the file, so nothing is lost: 23 hours remain.',
    );
    const zero = { ...spring, raw_values: values(24, { 3: 0 }) };
    expect(doneSentence(zero, springHours)).toContain('is zero in the file');
  });

  test('a value for the hour that never happened', () => {
    const valued = { ...spring, raw_values: values(24, { 3: 57 }) };
    expect(doneSentence(valued, springHours)).toContain('yet holds 57. That value is set aside');
  });

  test('a doubled slot in autumn', () => {
    expect(doneSentence(autumn, autumnHours)).toContain(
      '200 became 100 + 100, each flagged split; 25 hours in all',
    );
  });

  test('one pass only', () => {
    const lone = autumnHours.map((row, index): TransitionIntervalRow =>
      index === 4 ? { ...row, energy: null, quality: 'missing', quality_rule: 'pass_not_recorded' } : row,
    );
    expect(doneSentence(autumn, lone)).toContain('It was given to the first pass');
  });

  test('the other layouts', () => {
    expect(doneSentence({ ...spring, layout: 'elapsed', raw_values: values(23) }, from(range(23)))).toBe(
      'The array holds 23 values, one for each of the day’s 23 hours. Every value keeps its place.',
    );
    expect(doneSentence({ ...spring, layout: 'absent', raw_values: null }, springHours)).toContain(
      'no row for this day',
    );
    expect(
      doneSentence({ ...spring, layout: 'wrong_length', raw_values: values(17) }, springHours),
    ).toContain('The array holds 17 values, which fits no reading of a day of 23 hours.');
    expect(doneSentence({ ...spring, layout: 'duplicate_conflicting' }, springHours)).toContain(
      'duplicate conflicting',
    );
    expect(doneSentence({ ...spring, day_minutes: 0, raw_values: null, layout: 'absent' }, [])).toContain(
      'skipped altogether',
    );
  });
});

describe('why we believe it', () => {
  const summed: ConventionRow = {
    source_id: 1,
    source_file: 'meters.parquet',
    name: 'wall-clock-summed',
    certainty: 'certain',
    gap_days: 1,
    gap_slots_null: 1,
    gap_slots_zero: 0,
    gap_slots_valued: 0,
    overlap_days: 1,
    overlap_ratio: 2,
    ordinary_ratio: 1,
    series_tested: 1,
    elapsed_days: 0,
    detected_name: 'wall-clock-summed',
    detected_certainty: 'certain',
    clock_offset_minutes: null,
    gap_days_start: 1,
    gap_days_end: 0,
    gap_days_copied: 0,
    copied_rate: 0,
    end_overlap_ratio: null,
    end_ordinary_ratio: null,
    expected_ratio: 2,
    strength: 8,
    padded_days: 0,
    ramp_tests: null,
    ramp_share: null,
    seen_offset_minutes: null,
    profile_fit: null,
  };

  test('the evidence is told in figures, the day’s own first', () => {
    expect(whySentence(summed, 'overlap')).toBe(
      'The doubled slot is 2.00 times its neighbours, against 1.00 on ordinary days; the skipped slot is empty in 1 of 1 case, the mark of wall-clock arrays.',
    );
    expect(whySentence(summed, 'gap')).toMatch(/^The skipped slot is empty/);
  });

  test('a person’s choice is called one', () => {
    expect(whySentence({ ...summed, certainty: 'chosen' }, 'gap')).toBe(
      'You chose it: a doubled slot holds both hours added up.',
    );
  });

  test('an assumption is called one', () => {
    expect(whySentence({ ...summed, certainty: 'assumed', overlap_ratio: 1.03 }, 'overlap')).toContain(
      'That does not settle it',
    );
    const blind = { ...summed, gap_slots_null: 0, overlap_ratio: null, certainty: 'not testable' as const };
    expect(whySentence(blind, 'gap')).toContain('no clock-change day that could tell');
  });

  test('arrays of 23 and 25 values speak for themselves', () => {
    expect(whySentence({ ...summed, name: 'elapsed', elapsed_days: 2 }, 'gap')).toContain(
      '2 clock-change days in the file have exactly as many values as real hours',
    );
  });
});
