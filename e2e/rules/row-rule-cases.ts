import { seriesRows, withValues } from '../corpus/meter-rows';
import { daily, days, month, set, slots } from './rule-months';
import type { RuleCase } from './rule-months';

/** Rules that look at rows: what is absent, out of place, of another length, repeated, or in no hour. */
export const ROW_RULE_CASES: readonly RuleCase[] = [
  {
    rule: 'completeness_day',
    why: 'half of a day',
    rows: month(set(3, slots(0, 12), null)),
    places: [{ date: '2022-05-04', count: 12, found: 0.5 }],
  },
  { rule: 'completeness_day', why: 'less than half', rows: month(set(3, slots(0, 11), null)), places: [] },
  {
    rule: 'completeness_day',
    why: 'twelve of the twenty-three hours of spring',
    rows: month(set(0, slots(4, 11), null), { first: '2022-03-27', last: '2022-03-27' }),
    places: [],
  },
  {
    rule: 'completeness_day',
    why: 'a day without a row',
    rows: month().toSpliced(9, 1),
    places: [{ date: '2022-05-10', count: 24, found: 0 }],
  },
  {
    rule: 'completeness_month',
    why: 'more than a tenth of May',
    rows: month((value, day, slot) => (day > 0 && day < 30 && slot < 3 ? null : value)),
    places: [{ date: '2022-05-01', count: 87 }],
  },
  {
    rule: 'completeness_month',
    why: 'less than a tenth of May',
    rows: month((value, day, slot) => (day > 0 && day < 30 && slot < 2 ? null : value)),
    places: [],
  },
  {
    rule: 'completeness_month',
    why: 'a month that began before the series',
    rows: month().slice(10),
    places: [],
  },
  {
    rule: 'completeness_year',
    why: 'forty days short',
    rows: days(365, '2022-01-01', (day) => (day > 10 && day <= 50 ? null : 90 + (day % 7)), daily),
    places: [{ date: '2022-01-01', count: 40 }],
  },
  {
    rule: 'completeness_year',
    why: 'thirty days short',
    rows: days(365, '2022-01-01', (day) => (day > 10 && day <= 40 ? null : 90 + (day % 7)), daily),
    places: [],
  },
  {
    rule: 'interval_change',
    why: 'from hours to quarters',
    rows: [...month().slice(0, 5), ...month(undefined, { minutes: 15, first: '2022-05-06' })],
    places: [{ date: '2022-05-06', slot: 0, count: 1, found: 15 }],
  },
  { rule: 'interval_change', why: 'hours throughout', rows: month(), places: [] },
  {
    rule: 'out_of_order',
    why: 'two rows the wrong way round',
    rows: [...month().slice(0, 3), ...month().slice(3, 5).toReversed(), ...month().slice(5)],
    places: [{ date: '2022-05-05', count: 1 }],
  },
  { rule: 'out_of_order', why: 'rows in order', rows: month(), places: [] },
  {
    rule: 'future_date',
    why: 'not yet',
    rows: month(undefined, { first: '2100-05-01', last: '2100-05-01' }),
    places: [{ date: '2100-05-01', count: 1 }],
  },
  { rule: 'future_date', why: 'long ago', rows: month(), places: [] },
  {
    rule: 'before_1970',
    why: 'the date that an empty field becomes',
    rows: month(undefined, { first: '1970-01-01', last: '1970-01-02' }),
    places: [{ date: '1970-01-01', count: 1, found: 1970 }],
  },
  {
    rule: 'mixed_units',
    why: 'a thousand times as much from the eleventh on',
    rows: month((value, day) => (day >= 10 ? value * 1000 : value)),
    places: [{ date: '2022-05-11', count: 1 }],
  },
  {
    rule: 'mixed_units',
    why: 'thirty times as much',
    rows: month((value, day) => (day >= 10 ? value * 30 : value)),
    places: [],
  },
  {
    rule: 'wrong_length',
    why: 'twenty-two values',
    rows: month().map((label, day) => (day === 3 ? withValues(label, new Array<number>(22).fill(5)) : label)),
    places: [
      { date: '2022-05-04', count: 24 },
      { date: '2022-05-04', count: 1, found: 22 },
    ],
  },
  { rule: 'wrong_length', why: 'twenty-four values', rows: month(), places: [] },
  {
    rule: 'duplicate_identical',
    why: 'a row twice',
    rows: [...month(), month()[3]!],
    places: [{ date: '2022-05-04', count: 1 }],
  },
  {
    rule: 'duplicate_identical',
    why: 'rows that differ',
    rows: [...month(), month(() => 4)[3]!],
    places: [],
  },
  {
    rule: 'duplicate_conflicting',
    why: 'rows that differ',
    rows: [...month(), month(() => 4)[3]!],
    places: [{ date: '2022-05-04', count: 1 }],
  },
  { rule: 'duplicate_conflicting', why: 'a row twice', rows: [...month(), month()[3]!], places: [] },
  {
    rule: 'value_in_nonexistent_hour',
    why: 'at three in the night of spring',
    rows: seriesRows({ first: '2022-03-27', last: '2022-03-27' }).map((label) =>
      withValues(
        label,
        label.row.energy_consumption!.map((value) => value ?? 8),
      ),
    ),
    places: [{ date: '2022-03-27', slot: 3, count: 1, found: 8 }],
  },
  {
    rule: 'value_in_nonexistent_hour',
    why: 'null at three in the night of spring',
    rows: seriesRows({ first: '2022-03-27', last: '2022-03-27' }),
    places: [],
  },
  {
    rule: 'null_in_source',
    why: 'two nulls',
    rows: month(set(3, [4, 9], null)),
    places: [{ date: '2022-05-04', slot: 4, count: 2 }],
  },
];
