import type { Model } from './model';
import foldedDay from './sql/intermediate/folded_day.sql?raw';
import placedFold from './sql/intermediate/placed_fold.sql?raw';
import placedInterval from './sql/intermediate/placed_interval.sql?raw';
import registerInterval from './sql/intermediate/register_interval.sql?raw';
import registerPlace from './sql/intermediate/register_place.sql?raw';
import registerState from './sql/intermediate/register_state.sql?raw';
import specialInterval from './sql/intermediate/special_interval.sql?raw';

/** Where values lie on the line of time, and what flowed between the states of counters. */
export const INTERVAL_MODELS: readonly Model[] = [
  {
    name: 'placed_fold',
    kind: 'view',
    inputs: ['placed_day', 'fixed_clock_day'],
    sql: placedFold,
  },
  {
    name: 'placed_interval',
    kind: 'table',
    inputs: [
      'touched_day',
      'absent_period',
      'transition_interval',
      'transition_slot',
      'local_month',
      'local_calendar',
      'convention',
      'fixed_clock_interval',
      'policy.meaning',
    ],
    sql: placedInterval,
  },
  {
    name: 'register_place',
    kind: 'view',
    inputs: ['placed_interval', 'placed_fold', 'policy.meaning'],
    sql: registerPlace,
  },
  {
    name: 'register_state',
    kind: 'table',
    neededFor: 'registers',
    inputs: ['register_place'],
    sql: registerState,
  },
  {
    name: 'register_interval',
    kind: 'table',
    neededFor: 'registers',
    inputs: ['register_place', 'register_state'],
    sql: registerInterval,
  },
  { name: 'folded_day', kind: 'view', inputs: ['placed_fold', 'policy.meaning'], sql: foldedDay },
  {
    name: 'special_interval',
    kind: 'view',
    inputs: ['placed_interval', 'register_interval'],
    sql: specialInterval,
  },
];
