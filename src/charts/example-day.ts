import type { TransitionDayRow, TransitionIntervalRow } from '../queries/rows/clock-changes';
import { HOUR } from './time-text';
import { transitionLayout } from './transition-layout';
import type { TransitionLayout } from './transition-layout';

const MIDNIGHT = Date.UTC(2022, 9, 30);
const START_UTC = MIDNIGHT - 3 * HOUR;
const SLOTS = 8;
const DOUBLED = 3;
const VALUES = [0.9, 0.8, 0.8, 1.6, 0.9, 1.4, 2.1, 1.8];

/** The first hours of the day on which Lithuania's clocks went back in 2022, with made-up values: the idea in one picture. */
export function exampleDay(): TransitionLayout {
  const day: TransitionDayRow = {
    local_date: MIDNIGHT,
    source_file: null,
    source_row: null,
    resolution_minutes: 60,
    day_minutes: 1500,
    kind: 'overlap',
    shift_start_minute: DOUBLED * 60,
    shift_minutes: 60,
    offset_before_minutes: 180,
    offset_after_minutes: 120,
    layout: 'wall_clock',
    raw_values: VALUES,
  };
  const intervals = Array.from({ length: SLOTS + 1 }, (_, hour) => realHour(hour));
  return { ...transitionLayout(day, intervals, false), minutes: (SLOTS + 1) * 60 };
}

function realHour(hour: number): TransitionIntervalRow {
  const slot = hour <= DOUBLED ? hour : hour - 1;
  const utc = START_UTC + hour * HOUR;
  const offset = hour <= DOUBLED ? 180 : 120;
  const value = VALUES[slot] ?? 0;
  return {
    local_date: MIDNIGHT,
    timestamp_utc: utc,
    timestamp_local: utc + offset * 60_000,
    utc_offset_minutes: offset,
    interval_minutes: 60,
    energy: slot === DOUBLED ? value / 2 : value,
    quality: slot === DOUBLED ? 'split' : 'measured',
    quality_rule: slot === DOUBLED ? 'wall_clock_summed' : null,
    source_slot: slot,
  };
}
