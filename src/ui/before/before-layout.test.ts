import { expect, it } from 'vitest';
import { HOUR } from '../../charts/time-text';
import type { NaiveHourRow } from '../../queries/rows/clock-changes';
import { beforeDays, displacedEnergy } from './before-layout';

/** Vilnius, 27 March 2022: the clock jumps from 03:00 to 04:00; 24 fixed hours never noticed. */
const DAY = Date.UTC(2022, 2, 27);
const spring: NaiveHourRow[] = Array.from({ length: 24 }, (_, slot) => {
  const naive = DAY + (slot - 2) * HOUR;
  const real = slot < 3 ? naive : slot === 3 ? null : naive - HOUR;
  return {
    local_date: DAY,
    timestamp_utc: real,
    timestamp_local: real === null ? null : DAY + slot * HOUR,
    utc_offset_minutes: real === null ? null : slot < 3 ? 120 : 180,
    naive_utc: naive,
    naive_minute: slot * 60,
    energy: real === null ? null : slot + 1,
    is_split: false,
  };
});

it('counts the real hours at the wrong time, not the hour that never was', () => {
  const [day] = beforeDays(spring);
  expect(day).toMatchObject({ misplaced: 20, hours: 24 });
  // Hours 4 to 23 hold 5 to 24.
  expect(displacedEnergy(day!)).toBe(290);
});
