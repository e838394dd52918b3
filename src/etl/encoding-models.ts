import arrayLength from './sql/intermediate/array_length.sql?raw';
import arrayShape from './sql/intermediate/array_shape.sql?raw';
import autumnRatio from './sql/intermediate/autumn_ratio.sql?raw';
import clockProfile from './sql/intermediate/clock_profile.sql?raw';
import clockRamp from './sql/intermediate/clock_ramp.sql?raw';
import convention from './sql/intermediate/convention.sql?raw';
import datedDay from './sql/intermediate/dated_day.sql?raw';
import fixedClockDay from './sql/intermediate/fixed_clock_day.sql?raw';
import fixedClockInterval from './sql/intermediate/fixed_clock_interval.sql?raw';
import fixedClockPart from './sql/intermediate/fixed_clock_part.sql?raw';
import intervalCount from './sql/intermediate/interval_count.sql?raw';
import judgedSeries from './sql/intermediate/judged_series.sql?raw';
import nearDay from './sql/intermediate/near_day.sql?raw';
import paddedSign from './sql/intermediate/padded_sign.sql?raw';
import springSign from './sql/intermediate/spring_sign.sql?raw';
import transitionInterval from './sql/intermediate/transition_interval.sql?raw';
import transitionSlot from './sql/intermediate/transition_slot.sql?raw';
import unevenDay from './sql/intermediate/uneven_day.sql?raw';
import type { Model } from './model';

/** The real intervals of transition days, what each file's arrays say of them, and the judgement. */
export const ENCODING_MODELS: readonly Model[] = [
  { name: 'dated_day', kind: 'view', inputs: ['metered_day', 'local_calendar'], sql: datedDay },
  { name: 'uneven_day', kind: 'table', inputs: ['dated_day'], sql: unevenDay },
  {
    name: 'transition_interval',
    kind: 'table',
    inputs: ['meter_day', 'local_calendar'],
    sql: transitionInterval,
  },
  { name: 'interval_count', kind: 'view', inputs: ['transition_interval'], sql: intervalCount },
  { name: 'transition_slot', kind: 'table', inputs: ['transition_interval'], sql: transitionSlot },
  { name: 'array_shape', kind: 'table', inputs: ['dated_day'], sql: arrayShape },
  { name: 'array_length', kind: 'table', inputs: ['array_shape', 'interval_count'], sql: arrayLength },
  {
    name: 'padded_sign',
    kind: 'table',
    inputs: ['uneven_day', 'dated_day', 'transition_slot'],
    sql: paddedSign,
  },
  { name: 'judged_series', kind: 'table', inputs: ['uneven_day', 'series'], sql: judgedSeries },
  {
    name: 'near_day',
    kind: 'table',
    inputs: ['dated_day', 'judged_series', 'local_calendar'],
    sql: nearDay,
  },
  {
    name: 'spring_sign',
    kind: 'table',
    inputs: ['uneven_day', 'near_day', 'transition_slot', 'local_calendar'],
    sql: springSign,
  },
  {
    name: 'autumn_ratio',
    kind: 'table',
    inputs: ['uneven_day', 'near_day', 'transition_slot', 'local_calendar'],
    sql: autumnRatio,
  },
  {
    name: 'clock_profile',
    kind: 'table',
    inputs: ['near_day'],
    sql: clockProfile,
  },
  { name: 'clock_ramp', kind: 'table', inputs: ['clock_profile'], sql: clockRamp },
  {
    name: 'convention',
    kind: 'table',
    inputs: [
      'array_length',
      'padded_sign',
      'spring_sign',
      'autumn_ratio',
      'clock_ramp',
      'local_calendar',
      'policy.convention',
    ],
    sql: convention,
  },
];

/** Days of a clock that never changes, cut at local midnight and put together again. */
export const FIXED_CLOCK_MODELS: readonly Model[] = [
  {
    name: 'fixed_clock_part',
    kind: 'view',
    inputs: ['placed_day', 'absent_period', 'convention', 'local_calendar'],
    sql: fixedClockPart,
  },
  {
    name: 'fixed_clock_day',
    kind: 'table',
    neededFor: 'fixed_clock',
    inputs: ['fixed_clock_part', 'local_calendar'],
    sql: fixedClockDay,
  },
  {
    name: 'fixed_clock_interval',
    kind: 'table',
    neededFor: 'fixed_clock',
    inputs: ['fixed_clock_part', 'fixed_clock_day', 'local_calendar'],
    sql: fixedClockInterval,
  },
];
