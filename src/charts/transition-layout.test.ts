import { describe, expect, test } from 'vitest';
import type { TransitionDayRow, TransitionIntervalRow } from '../queries/rows/clock-changes';
import { exampleDay } from './example-day';
import { transitionGeometry } from './transition-geometry';
import { needsFocus, transitionLayout } from './transition-layout';

const MINUTE = 60_000;

interface DayInput extends Partial<TransitionDayRow> {
  minutes?: number;
  /** Slot of each real interval, in order of time; null where it came from none. */
  slots: (number | null)[];
}

/** A spring day in Vilnius unless told otherwise, with its real intervals. */
function makeDay({ minutes = 60, slots, ...change }: DayInput) {
  const date = Date.UTC(2022, 2, 27);
  const day: TransitionDayRow = {
    local_date: date,
    source_file: 'meters.parquet',
    source_row: 85,
    resolution_minutes: minutes,
    day_minutes: 1380,
    kind: 'gap',
    shift_start_minute: 180,
    shift_minutes: 60,
    offset_before_minutes: 120,
    offset_after_minutes: 180,
    layout: 'wall_clock',
    raw_values: null,
    ...change,
  };
  const changeAt = day.kind === 'gap' ? day.shift_start_minute : day.shift_start_minute + day.shift_minutes;
  const startUtc = date - day.offset_before_minutes * MINUTE;
  const intervals = slots.map((slot, index): TransitionIntervalRow => {
    const utc = startUtc + index * minutes * MINUTE;
    const offset = index * minutes < changeAt ? day.offset_before_minutes : day.offset_after_minutes;
    return {
      local_date: date,
      timestamp_utc: utc,
      timestamp_local: utc + offset * MINUTE,
      utc_offset_minutes: offset,
      interval_minutes: minutes,
      energy: slot === null ? null : 100,
      quality: slot === null ? 'missing' : 'measured',
      quality_rule: null,
      source_slot: slot,
    };
  });
  return { day, intervals };
}

const range = (length: number, from = 0): number[] => Array.from({ length }, (_, index) => from + index);
const springSlots = [...range(3), ...range(20, 4)];
const springValues = range(24).map((slot) => (slot === 3 ? null : 100 + slot));
const spring = makeDay({ slots: springSlots, raw_values: springValues });
const autumn = makeDay({
  slots: [0, 1, 2, 3, 3, ...range(20, 4)],
  raw_values: range(24),
  kind: 'overlap',
  day_minutes: 1500,
  offset_before_minutes: 180,
  offset_after_minutes: 120,
});

describe('the spring day', () => {
  const layout = transitionLayout(spring.day, spring.intervals, false);

  test('has 24 slots, 23 hours, and one slot that ends in nothing', () => {
    expect(layout.slots).toHaveLength(24);
    expect(layout.hours).toHaveLength(23);
    expect(layout.slots.filter((cell) => cell.role === 'nothing').map((cell) => cell.slot)).toEqual([3]);
    expect(layout.links.filter((link) => link.kind === 'nothing')).toEqual([
      { slot: 3, kind: 'nothing', fromStart: 180, fromEnd: 240, toStart: 180, toEnd: 180, offset: null },
    ]);
  });

  test('later slots lead an hour to the left', () => {
    expect(layout.links.find((link) => link.slot === 2)).toMatchObject({
      fromStart: 120,
      toStart: 120,
      offset: 120,
    });
    expect(layout.links.find((link) => link.slot === 4)).toMatchObject({
      fromStart: 240,
      toStart: 180,
      offset: 180,
    });
    expect(layout.offsets).toEqual([
      { start: 0, end: 180, offset: 120 },
      { start: 180, end: 1380, offset: 180 },
    ]);
  });

  test('a zero for the skipped hour is nothing lost, a value is set aside', () => {
    const roles = (value: number) => {
      const { day, intervals } = makeDay({
        slots: springSlots,
        raw_values: springValues.map((each, slot) => (slot === 3 ? value : each)),
      });
      return transitionLayout(day, intervals, false).slots[3]!.role;
    };
    expect(roles(0)).toBe('nothing');
    expect(roles(57)).toBe('set_aside');
  });
});

describe('the autumn day', () => {
  const layout = transitionLayout(autumn.day, autumn.intervals, false);

  test('one slot forks into two hours with one label and two offsets', () => {
    const fork = layout.links.filter((link) => link.slot === 3);
    expect(fork).toEqual([
      { slot: 3, kind: 'fork', fromStart: 180, fromEnd: 210, toStart: 180, toEnd: 240, offset: 180 },
      { slot: 3, kind: 'fork', fromStart: 210, fromEnd: 240, toStart: 240, toEnd: 300, offset: 120 },
    ]);
    const repeated = layout.hours.filter((hour) => hour.repeated);
    expect(repeated.map((hour) => hour.offset)).toEqual([180, 120]);
    expect(new Set(repeated.map((hour) => hour.local)).size).toBe(1);
    expect(layout.slots[3]!.role).toBe('forked');
    expect(layout.minutes).toBe(1500);
  });

  test('a slot that holds one pass only leads to that pass', () => {
    const lone = autumn.intervals.map((row, index): TransitionIntervalRow =>
      index === 4 ? { ...row, energy: null, quality: 'missing', quality_rule: 'pass_not_recorded' } : row,
    );
    const first = transitionLayout(autumn.day, lone, false);
    expect(first.links.filter((link) => link.slot === 3)).toMatchObject([{ kind: 'straight', toStart: 180 }]);
    expect(first.slots[3]!.role).toBe('ordinary');
    expect(first.hours).toHaveLength(25);
  });
});

test('an array in elapsed order has straight links only', () => {
  const { day, intervals } = makeDay({ slots: range(23), raw_values: range(23), layout: 'elapsed' });
  const { links } = transitionLayout(day, intervals, false);
  expect(links).toHaveLength(23);
  expect(links.every((link) => link.fromStart === link.toStart && link.fromEnd === link.toEnd)).toBe(true);
});

test('a day without a row, and one of the wrong length, have hours but no links', () => {
  const absent = makeDay({ slots: range(23).map(() => null), layout: 'absent' });
  expect(transitionLayout(absent.day, absent.intervals, false)).toMatchObject({ slots: [], links: [] });
  const wrong = makeDay({ slots: range(23).map(() => null), layout: 'wrong_length', raw_values: range(17) });
  const layout = transitionLayout(wrong.day, wrong.intervals, false);
  expect(layout.links).toEqual([]);
  expect(layout.slots).toHaveLength(17);
  expect(layout.slots.every((cell) => cell.role === 'set_aside')).toBe(true);
  expect(layout.slots.at(-1)!.end).toBeCloseTo(layout.minutes);
});

test('an array of a million values does not fill the page', () => {
  const wrong = makeDay({ slots: [null], layout: 'wrong_length', raw_values: range(100_000) });
  expect(transitionLayout(wrong.day, wrong.intervals, false).slots.length).toBeLessThan(300);
});

describe('quarter hours', () => {
  const slots = [...range(12), ...range(4, 12), ...range(4, 12), ...range(80, 16)];
  const { day, intervals } = makeDay({
    minutes: 15,
    slots,
    raw_values: range(96),
    kind: 'overlap',
    day_minutes: 1500,
    offset_before_minutes: 180,
    offset_after_minutes: 120,
  });

  test('are shown around the change first', () => {
    expect(needsFocus(day, intervals)).toBe(true);
    expect(needsFocus(spring.day, spring.intervals)).toBe(false);
    const layout = transitionLayout(day, intervals, true);
    expect(layout.slots.map((cell) => cell.slot)).toEqual(range(20, 4));
    expect(layout.hours).toHaveLength(24);
    expect(layout.slots[0]!.start).toBe(0);
    expect(layout.hiddenSlots).toBe(76);
    expect(layout.links.filter((link) => link.kind === 'fork')).toHaveLength(8);
  });

  test('each interval comes from exactly one slot, and no link leaves the picture', () => {
    for (const focus of [true, false]) {
      const layout = transitionLayout(day, intervals, focus);
      expect(layout.links).toHaveLength(layout.hours.length);
      expect(new Set(layout.links.map((link) => link.toStart)).size).toBe(layout.hours.length);
      expect(layout.links.every((link) => link.toStart >= 0 && link.toEnd <= layout.minutes)).toBe(true);
    }
  });
});

test('a shift at midnight: the first slot ends in nothing at the left edge', () => {
  const { day, intervals } = makeDay({
    slots: range(23, 1),
    raw_values: range(24).map((slot) => slot || null),
    shift_start_minute: 0,
    offset_before_minutes: -180,
    offset_after_minutes: -120,
  });
  const layout = transitionLayout(day, intervals, false);
  expect(layout.links[0]).toMatchObject({ slot: 0, kind: 'nothing', toStart: 0, toEnd: 0 });
  expect(layout.links[1]).toMatchObject({ slot: 1, fromStart: 60, toStart: 0 });
});

describe('pixels', () => {
  test('wide: slots above hours, on one scale', () => {
    const geometry = transitionGeometry(transitionLayout(autumn.day, autumn.intervals, false), 1000);
    expect(geometry.direction).toBe('across');
    expect(geometry.hours.at(-1)!.box.x + geometry.hours.at(-1)!.box.width).toBeLessThanOrEqual(1000);
    expect(geometry.slots[0]!.box.y).toBeLessThan(geometry.hours[0]!.box.y);
    expect(geometry.slotLength).toBeCloseTo(40);
  });

  test('narrow: slots left of hours, everything inside the width', () => {
    const geometry = transitionGeometry(transitionLayout(spring.day, spring.intervals, false), 326);
    expect(geometry.direction).toBe('down');
    const right = Math.max(
      ...geometry.hours.map(({ box }) => box.x + box.width),
      ...geometry.offsets.map(({ box }) => box.x + box.width),
    );
    expect(right).toBeLessThanOrEqual(326);
    expect(geometry.slots[0]!.box.x + geometry.slots[0]!.box.width).toBeLessThan(geometry.hours[0]!.box.x);
    expect(geometry.links.find(({ link }) => link.kind === 'nothing')!.tip!.x).toBeLessThan(
      geometry.hours[0]!.box.x,
    );
  });

  test('no path holds a number that is none', () => {
    const { day } = makeDay({ slots: [], day_minutes: 0, raw_values: range(24) });
    for (const layout of [
      transitionLayout(day, [], false),
      transitionLayout(spring.day, spring.intervals, false),
    ]) {
      for (const width of [320, 1400]) {
        const paths = transitionGeometry(layout, width).links.map(({ path }) => path);
        expect(paths.join(' ')).not.toMatch(/NaN|Infinity|undefined/);
      }
    }
  });
});

test('the example of the empty page adds up', () => {
  const example = exampleDay();
  expect(example.hours).toHaveLength(9);
  expect(example.links.filter((link) => link.kind === 'fork')).toHaveLength(2);
  const read = example.slots.reduce((sum, cell) => sum + (cell.value ?? 0), 0);
  const shown = example.hours.reduce((sum, hour) => sum + (hour.energy ?? 0), 0);
  expect(shown).toBeCloseTo(read, 9);
});
