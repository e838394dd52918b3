import { gas, month, set, slots } from './rule-months';
import type { RuleCase } from './rule-months';

/** How many of six equal hours lie after midnight. */
const SPLITS = [1, 2, 3, 4, 5];

const isIn = (hour: number, first: number, hours: number): boolean => hour >= first && hour < first + hours;
const mayDate = (day: number): string => `2022-05-${String(day + 1).padStart(2, '0')}`;

/** Rules that look at values: too high, below zero, always the same, zero. */
export const VALUE_RULE_CASES: readonly RuleCase[] = [
  {
    rule: 'spike',
    why: 'twenty times the mean',
    rows: month(set(9, [5], 21_000)),
    places: [{ date: '2022-05-10', slot: 5, count: 1, found: 21_000 }],
  },
  { rule: 'spike', why: 'nine times the mean', rows: month(set(9, [5], 9000)), places: [] },
  {
    rule: 'spike',
    why: 'every evening, which is how the meter is',
    rows: month((value, _day, slot) => (slot === 19 ? 60_000 : value / 4)),
    places: [],
  },
  {
    rule: 'negative',
    why: 'below nothing',
    rows: month(set(2, [0, 23], -1)),
    places: [
      { date: '2022-05-03', slot: 0, count: 1, found: -1 },
      { date: '2022-05-03', slot: 23, count: 1, found: -1 },
    ],
  },
  { rule: 'negative', why: 'nothing at all', rows: month(set(2, [0], 0)), places: [] },
  {
    rule: 'negative',
    why: 'throughout, which is the sign of the series',
    rows: month((value) => -value),
    places: [{ date: '2022-05-01', count: 744, found: 744 }],
  },
  {
    rule: 'over_capacity',
    why: 'more than the connection carries',
    rows: month(set(4, [7], 1300), { fields: { unit: 'kWh' } }),
    places: [{ date: '2022-05-05', slot: 7, count: 1, found: 1300 }],
  },
  {
    rule: 'over_capacity',
    why: 'as much as it carries',
    rows: month(set(4, [7], 1200), { fields: { unit: 'kWh' } }),
    places: [],
  },
  {
    rule: 'over_capacity',
    why: 'more, in a unit that nobody stated',
    rows: month(set(4, [7], 1300)),
    places: [],
  },
  {
    rule: 'absurd_magnitude',
    why: 'a gigawatt and more',
    rows: month(set(4, [7], 2e9)),
    places: [{ date: '2022-05-05', slot: 7, count: 1, found: 2e9 }],
  },
  { rule: 'absurd_magnitude', why: 'just below', rows: month(set(4, [7], 9e8)), places: [] },
  {
    rule: 'stuck',
    why: 'six in a row',
    rows: month(set(6, slots(10, 6), 777)),
    places: [{ date: '2022-05-07', slot: 10, count: 6, found: 777 }],
  },
  {
    rule: 'stuck',
    why: 'six across midnight',
    rows: month((value, day, slot) => (day * 24 + slot >= 165 && day * 24 + slot < 171 ? 777 : value)),
    places: [{ date: '2022-05-08', slot: 0, count: 3, found: 777 }],
  },
  {
    rule: 'stuck',
    why: 'six in a row from any hour on',
    rows: month((value, day, slot) => (day < 19 && slot >= day && slot < day + 6 ? 777 : value)),
    places: Array.from({ length: 19 }, (_, day) => ({ date: mayDate(day), slot: day, count: 6, found: 777 })),
  },
  {
    rule: 'stuck',
    why: 'six across midnight, however they are split',
    rows: month((value, day, slot) =>
      SPLITS.some((after) => isIn(day * 24 + slot, 2 * after * 24 - 6 + after, 6)) ? 777 : value,
    ),
    places: SPLITS.map((after) => ({ date: mayDate(2 * after), slot: 0, count: after, found: 777 })),
  },
  { rule: 'stuck', why: 'five in a row', rows: month(set(6, slots(10, 5), 777)), places: [] },
  { rule: 'stuck', why: 'six in a row on standby', rows: month(set(6, slots(10, 6), 3)), places: [] },
  {
    rule: 'zero_run',
    why: 'three hours of electricity',
    rows: month(set(6, slots(10, 3), 0)),
    places: [{ date: '2022-05-07', slot: 10, count: 3, found: 0 }],
  },
  { rule: 'zero_run', why: 'two hours of electricity', rows: month(set(6, slots(10, 2), 0)), places: [] },
  {
    rule: 'zero_run',
    why: 'three days of gas',
    rows: month((value, day) => (day > 9 && day < 13 ? 0 : value), gas),
    places: [{ date: '2022-05-11', slot: 0, count: 72, found: 0 }],
  },
  {
    rule: 'zero_run',
    why: 'two days of gas',
    rows: month((value, day) => (day > 9 && day < 12 ? 0 : value), gas),
    places: [],
  },
  {
    rule: 'zero_run',
    why: 'a day of heat',
    rows: month((value, day) => (day === 9 ? 0 : value), { fields: { fuel: 'district_heating' } }),
    places: [],
  },
  {
    rule: 'zero_run',
    why: 'half a day of quarters of gas',
    rows: month((value, day, slot) => (day === 9 && slot > 20 && slot < 70 ? 0 : value), {
      ...gas,
      minutes: 15,
    }),
    places: [{ date: '2022-05-10', slot: 21, count: 49, found: 0 }],
  },
];
