import { DAY, isoDate } from '../../src/cli/samples/vilnius-clock';
import type { OddFile } from './corpus-types';
import { meterFile } from './meter-file';
import {
  AUTUMN,
  seriesRows,
  slotValue,
  SPRING,
  vilniusClock,
  vilniusDailyClock,
  vilniusMonthlyClock,
  withDay,
  withValues,
} from './meter-rows';
import { oddFile, type LabelledRow } from './truth';

const YEAR = { first: '2022-01-01', last: '2022-12-31' };
const MAY = { first: '2022-05-01', last: '2022-05-12' };
const clock = vilniusClock(60);
const make = meterFile;

/** Files whose arrays are odd: clock-change encodings, lengths, values that are no energy, other resolutions. */
export const oddSlotFiles: readonly OddFile[] = [
  oddFile({ name: 'wall-clock-summed', rows: () => seriesRows(YEAR), clock, make }),
  oddFile({
    name: 'zero-in-spring',
    clock,
    make,
    rows: () => markSpring(seriesRows({ ...YEAR, encoding: 'wall-clock-zero' }), 'zero_in_nonexistent_hour'),
  }),
  oddFile({
    name: 'value-in-nonexistent-hour',
    clock,
    make,
    rows: () => markSpring(seriesRows(YEAR), 'value_in_nonexistent_hour', 57),
  }),
  oddFile({
    name: 'overlap-first-pass-only',
    clock,
    make,
    policies: { convention: 'wall-clock-first' },
    rows: () => seriesRows({ ...YEAR, encoding: 'wall-clock-first' }),
  }),
  oddFile({
    name: 'overlap-second-pass-only',
    clock,
    make,
    policies: { convention: 'wall-clock-second' },
    rows: () => seriesRows({ ...YEAR, encoding: 'wall-clock-second' }),
  }),
  oddFile({ name: 'elapsed-23-25', clock, make, rows: () => seriesRows({ ...YEAR, encoding: 'elapsed' }) }),
  ...finerFiles(),
  resolutionChange(),
  ...coarserFiles(),
  oddFile({
    name: 'wrong-lengths',
    clock,
    make,
    rows: wrongLengths,
  }),
  oddFile({ name: 'empty-arrays', clock, make, rows: emptyArrays }),
  oddFile({
    name: 'spring-day-of-23-on-an-ordinary-date',
    clock,
    make,
    rows: () =>
      withDay(seriesRows(MAY), '2022-05-06', (label) => ({
        ...withValues(label, (label.row.energy_consumption ?? []).slice(1)),
        aside: 'wrong_length',
      })),
  }),
  oddFile({ name: 'null-hours-and-null-day', clock, make, rows: nullHours }),
  oddFile({
    name: 'negative-and-zero-values',
    policies: { ruleThresholds: { negative: null } },
    clock,
    make,
    rows: () => seriesRows({ ...MAY, value: (position) => (position % 3) - 1 }),
  }),
  oddFile({
    name: 'not-finite',
    clock,
    rows: notFinite,
    make: (rows) => meterFile(rows, { item: { type: 'DOUBLE' } }),
  }),
  oddFile({
    name: 'one-row',
    clock,
    make,
    rows: () => seriesRows({ first: '2022-05-01', last: '2022-05-01' }),
  }),
  oddFile({
    name: 'only-the-spring-day',
    clock,
    make,
    rows: () => seriesRows({ first: '2022-03-27', last: '2022-03-27' }),
  }),
  oddFile({
    name: 'only-the-autumn-day',
    clock,
    make,
    rows: () => seriesRows({ first: '2022-10-30', last: '2022-10-30' }),
  }),
];

function finerFiles(): OddFile[] {
  return [15, 30].flatMap((minutes) =>
    (['wall-clock-summed', 'elapsed'] as const).map((encoding) =>
      oddFile({
        name: `${minutes}-minutes-${encoding}`,
        clock: vilniusClock(minutes),
        make,
        rows: () => seriesRows({ first: '2022-03-01', last: '2022-11-15', minutes, encoding }),
      }),
    ),
  );
}

/** A meter that is exchanged on the first of June: 60 minutes before, 15 from then on. */
function resolutionChange(): OddFile {
  const june = isoDate('2022-06-01');
  return oddFile({
    name: 'resolution-changes-in-mid-series',
    clock: (first, last) => [...vilniusClock(60)(first, june - DAY), ...vilniusClock(15)(june, last)],
    make,
    rows: () => [
      ...seriesRows({ first: '2022-03-20', last: '2022-05-31' }),
      ...seriesRows({ first: '2022-06-01', last: '2022-11-06', minutes: 15 }),
    ],
  });
}

function coarserFiles(): OddFile[] {
  const days = vilniusDailyClock(Date.UTC(2022, 0, 1), Date.UTC(2022, 11, 31));
  const months = vilniusMonthlyClock(Date.UTC(2021, 0, 1), Date.UTC(2022, 11, 1));
  const daily = days.map((day, position) => coarse(day.local, slotValue(position), 'P1D'));
  const monthly = months.map((month, position) => coarse(month.local, slotValue(position), 'P1M'));
  return [
    oddFile({ name: 'daily', clock: vilniusDailyClock, make, rows: () => daily }),
    oddFile({ name: 'daily-one-absent', clock: vilniusDailyClock, make, rows: () => daily.toSpliced(85, 1) }),
    oddFile({ name: 'monthly', clock: vilniusMonthlyClock, make, rows: () => monthly }),
    oddFile({
      name: 'monthly-one-absent',
      clock: vilniusMonthlyClock,
      make,
      rows: () => monthly.toSpliced(9, 1),
    }),
  ];
}

function coarse(date: number, value: number, resolution: string): LabelledRow {
  const row = {
    client_id: 'client-1',
    date,
    ext_dev_ref: 'meter-1',
    energy_consumption: [value],
    resolution,
  };
  return { row };
}

/** The spring day's slot 3 set aside, with the value given or the one that is there. */
function markSpring(
  rows: readonly LabelledRow[],
  reason: 'zero_in_nonexistent_hour' | 'value_in_nonexistent_hour',
  value?: number,
): LabelledRow[] {
  return rows.map((label) => {
    if (label.row.date !== SPRING) return label;
    const values = (label.row.energy_consumption ?? []).map((held, slot) =>
      slot === 3 ? (value ?? held) : held,
    );
    return { ...withValues(label, values), asideSlots: { 3: reason } };
  });
}

function wrongLengths(): LabelledRow[] {
  const lengths: [string, number][] = [
    ['2022-05-03', 22],
    ['2022-05-05', 26],
    ['2022-05-07', 48],
    ['2022-05-08', 1],
  ];
  return lengths.reduce<LabelledRow[]>(
    (rows, [date, length]) =>
      withDay(rows, date, (label) => ({
        ...withValues(
          label,
          Array.from({ length }, (_, slot) => slotValue(slot)),
        ),
        aside: 'wrong_length',
      })),
    seriesRows(MAY),
  );
}

function emptyArrays(): LabelledRow[] {
  const emptied = withDay(seriesRows(MAY), '2022-05-04', (label) => ({
    ...withValues(label, []),
    aside: 'empty_array',
  }));
  return withDay(emptied, '2022-05-09', (label) => ({ ...withValues(label, null), aside: 'empty_array' }));
}

function nullHours(): LabelledRow[] {
  return seriesRows({ first: '2022-10-20', last: '2022-11-05' }).map((label) => {
    const values = label.row.energy_consumption ?? [];
    if (label.row.date === AUTUMN)
      return withValues(
        label,
        values.map((value, slot) => (slot === 3 ? null : value)),
      );
    if (label.row.date === Date.UTC(2022, 9, 24))
      return withValues(
        label,
        values.map(() => null),
      );
    if (label.row.date === Date.UTC(2022, 9, 26))
      return withValues(label, [null, ...values.slice(1, 23), null]);
    return label;
  });
}

function notFinite(): LabelledRow[] {
  const odd: [string, number, number][] = [
    ['2022-05-03', 0, Number.NaN],
    ['2022-05-04', 7, Number.POSITIVE_INFINITY],
    ['2022-05-04', 8, Number.NEGATIVE_INFINITY],
    ['2022-05-06', 23, 1e15],
    ['2022-05-07', 5, -1e300],
  ];
  return odd.reduce<LabelledRow[]>(
    (rows, [date, at, value]) =>
      withDay(rows, date, (label) => ({
        ...withValues(
          label,
          (label.row.energy_consumption ?? []).map((held, slot) => (slot === at ? value : held)),
        ),
        asideSlots: { ...label.asideSlots, [at]: 'not_a_finite_number' },
      })),
    seriesRows({ ...MAY, value: (position) => slotValue(position) + 0.125 }),
  );
}
