import { DAY, isoDate } from '../../src/cli/samples/vilnius-clock';
import type { MeterRow } from '../corpus/meter-file';
import { seriesRows, withValues } from '../corpus/meter-rows';
import type { SeriesOptions } from '../corpus/meter-rows';
import type { LabelledRow } from '../corpus/truth';

/** What a rule must point at: local date, first slot, how many, what was found. */
interface Place {
  date: string;
  slot?: number;
  count: number;
  found?: number;
}

interface RuleCase {
  rule: string;
  why: string;
  rows: LabelledRow[];
  places: Place[];
}

const MAY = { first: '2022-05-01', last: '2022-05-31' };

/** A month of honest hours, with what `change` makes of a slot; days count from 0. */
export function month(
  change: (value: number, day: number, slot: number) => number | null = (value) => value,
  options: Partial<SeriesOptions> = {},
): LabelledRow[] {
  return seriesRows({ ...MAY, ...options }).map((label, day) =>
    withValues(
      label,
      (label.row.energy_consumption ?? []).map((value, slot) =>
        value === null ? null : change(value, day, slot),
      ),
    ),
  );
}

function days(
  count: number,
  first: string,
  value: (day: number) => number | null,
  fields: Partial<MeterRow>,
) {
  return Array.from({ length: count }, (_day, day): LabelledRow => {
    const row = { ...month()[0]!.row, ...fields, date: isoDate(first) + day * DAY };
    return { row: { ...row, energy_consumption: [value(day)] } };
  });
}

const set =
  (at: number, slots: readonly number[], to: number | null) => (value: number, day: number, slot: number) =>
    day === at && slots.includes(slot) ? to : value;
const slots = (from: number, count: number) => Array.from({ length: count }, (_slot, index) => from + index);
const gas = { fields: { fuel: 'gas' } };
const daily = { resolution: 'P1D', unit: 'kWh' };

/** Each is a meter of its own: a file with something to find, or close to it with nothing. */
export const RULE_CASES: readonly RuleCase[] = [
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
