import { DAY, isoDate } from '../../src/cli/samples/vilnius-clock';
import { mulberry32 } from '../../src/cli/samples/random';
import type { OddFile } from './corpus-types';
import { contractColumns, meterFile, type MeterRow } from './meter-file';
import {
  seriesRows,
  slotValue,
  vilniusClock,
  vilniusDailyClock,
  vilniusMonthlyClock,
  withValues,
} from './meter-rows';
import { oddFile, type LabelledRow } from './truth';

const YEAR = { first: '2022-01-01', last: '2022-12-31' };
const MAY = { first: '2022-05-01', last: '2022-05-12' };
/** Days that no calendar has and that DuckDB writes for `infinity` and `-infinity`. */
const RAW_DATES = [2_147_483_647, -2_147_483_647];
const clock = vilniusClock(60);
const make = (rows: readonly MeterRow[]) => meterFile(rows);

/** Files whose rows are odd: order, repetition, gaps, dates, resolutions, several series. */
export const oddRowFiles: readonly OddFile[] = [
  oddFile({
    name: 'rows-in-random-order',
    clock,
    make,
    rows: () => shuffled([...seriesRows(YEAR), ...secondMeter(YEAR)]),
  }),
  oddFile({ name: 'several-series', clock, make, rows: severalSeries }),
  oddFile({ name: 'duplicates-identical', clock, make, rows: identicalDuplicates }),
  oddFile({ name: 'duplicates-conflicting', clock, make, rows: () => conflictingDuplicates('last') }),
  oddFile({
    name: 'duplicates-conflicting-first-wins',
    clock,
    make,
    policies: { duplicates: 'first' },
    rows: () => conflictingDuplicates('first'),
  }),
  oddFile({
    name: 'duplicates-conflicting-all-aside',
    clock,
    make,
    policies: { duplicates: 'set-aside' },
    rows: () => conflictingDuplicates('neither'),
  }),
  oddFile({
    name: 'days-absent',
    clock,
    make,
    rows: () => withoutDates(['2022-03-27', '2022-05-05', '2022-05-06', '2022-10-30']),
  }),
  oddFile({ name: 'dates-out-of-range', clock, make, rows: datesOutOfRange }),
  oddFile({ name: 'dates-beyond-every-calendar', clock, rows: beyondCalendar, make: withRawDates }),
  oddFile({
    name: 'null-keys-set-aside',
    clock,
    make,
    policies: { nullKeys: 'set-aside' },
    rows: nullKeys,
  }),
  ...resolutionSpellings(),
  oddFile({
    name: 'resolution-unreadable-but-plain',
    clock,
    make,
    rows: () => seriesRows({ ...MAY, fields: { resolution: 'banana' } }),
  }),
  oddFile({
    name: 'resolution-null-but-plain',
    clock,
    make,
    rows: () => seriesRows({ ...MAY, fields: { resolution: null } }),
  }),
  oddFile({ name: 'resolution-unreadable-on-some-days', clock, make, rows: unreadableDays }),
];

function secondMeter(range: { first: string; last: string }): LabelledRow[] {
  return seriesRows({
    ...range,
    fields: { ext_dev_ref: 'meter-2' },
    value: (position) => slotValue(position + 50),
  });
}

function shuffled(rows: readonly LabelledRow[]): LabelledRow[] {
  const random = mulberry32(7);
  return rows
    .map((label) => ({ label, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ label }) => label);
}

/** Clients, meters, fuels and channels that overlap in every field but one; units per fuel and channel. */
function severalSeries(): LabelledRow[] {
  const base = { fuel: 'electricity', channel: 'consumption', unit: 'kWh' };
  const series: Partial<MeterRow>[] = [
    base,
    { ...base, client_id: 'client-2' },
    { ...base, ext_dev_ref: 'meter-2' },
    { ...base, channel: 'import' },
    { ...base, channel: 'export' },
    { ...base, channel: 'production' },
    { ...base, fuel: 'gas', unit: 'm3' },
    { ...base, fuel: 'district_heating', unit: 'MWh' },
  ];
  return series.flatMap((fields, index) =>
    seriesRows({
      first: '2022-03-20',
      last: '2022-11-06',
      fields,
      value: (position) => slotValue(position + 13 * index),
    }),
  );
}

function identicalDuplicates(): LabelledRow[] {
  return seriesRows(MAY).flatMap((label, index) =>
    index === 3 || index === 7 ? [label, { ...label, aside: 'duplicate_identical' as const }] : [label],
  );
}

/** The fourth day comes three times: twice as first delivered and once corrected, at the end of the file. */
function conflictingDuplicates(winner: 'first' | 'last' | 'neither'): LabelledRow[] {
  const rows = seriesRows(MAY);
  const original = rows[3]!;
  const corrected = withValues(
    original,
    (original.row.energy_consumption ?? []).map((value) => (value ?? 0) + 7),
  );
  const repeatOfWinner = winner === 'first' ? 'duplicate_identical' : 'duplicate_conflicting';
  const losing = { aside: 'duplicate_conflicting' as const };
  return [
    ...rows.slice(0, 3),
    winner === 'first' ? original : { ...original, ...losing },
    { ...original, aside: repeatOfWinner },
    ...rows.slice(4),
    winner === 'last' ? corrected : { ...corrected, ...losing },
  ];
}

function withoutDates(dates: readonly string[]): LabelledRow[] {
  const absent = new Set(dates.map(isoDate));
  return seriesRows(YEAR).filter(({ row }) => !absent.has(row.date ?? 0));
}

function datesOutOfRange(): LabelledRow[] {
  const rows = seriesRows(MAY);
  const strays = ['0001-01-01', '1899-12-31', '2201-01-01', '9999-12-31'].map((date, index) => {
    const stray = rows[index]!;
    return { row: { ...stray.row, date: isoDate(date) }, aside: 'date_out_of_range' as const };
  });
  return [strays[0]!, ...rows, ...strays.slice(1)];
}

function beyondCalendar(): LabelledRow[] {
  const rows = seriesRows(MAY);
  const strays = RAW_DATES.map((days, index) => ({
    row: { ...rows[index]!.row, date: days * DAY },
    aside: 'date_out_of_range' as const,
  }));
  return [...rows, ...strays];
}

function withRawDates(rows: readonly MeterRow[]): Uint8Array {
  const { date } = contractColumns(rows);
  const days = rows.map((row) => (row.date === null ? null : row.date / DAY));
  return meterFile(rows, { columns: { date: { ...date!, data: days } }, write: { statistics: false } });
}

function nullKeys(): LabelledRow[] {
  const rows = seriesRows(MAY);
  const without = (index: number, fields: Partial<MeterRow>): LabelledRow => ({
    row: { ...rows[index]!.row, ...fields },
    aside: 'null_key',
  });
  return [
    ...rows,
    without(0, { client_id: null }),
    without(1, { ext_dev_ref: null }),
    without(2, { date: null }),
  ];
}

function resolutionSpellings(): OddFile[] {
  const hourly = ['PT1H', '1h', 'hourly', 'Hourly', ' 60 min ', 'PT60M', '60 minutes'];
  const quarter = ['15min', 'PT15M', '15 minutes', '15m'];
  return [
    oddFile({ name: 'resolution-spellings-hour', clock, make, rows: () => spelled(hourly, 60) }),
    oddFile({
      name: 'resolution-spellings-quarter',
      clock: vilniusClock(15),
      make,
      rows: () => spelled(quarter, 15),
    }),
    oddFile({
      name: 'resolution-spellings-day',
      clock: vilniusDailyClock,
      make,
      rows: () => oneValue(['P1D', 'daily', '1d', 'DAY']),
    }),
    oddFile({
      name: 'resolution-spellings-month',
      clock: vilniusMonthlyClock,
      make,
      rows: () => oneValue(['P1M', 'monthly', 'Month']),
    }),
  ];
}

/** One series per spelling. */
function spelled(spellings: readonly string[], minutes: number): LabelledRow[] {
  return spellings.flatMap((resolution, index) =>
    seriesRows({ ...MAY, minutes, fields: { resolution, ext_dev_ref: `meter-${index + 1}` } }),
  );
}

function oneValue(spellings: readonly string[]): LabelledRow[] {
  return spellings.map((resolution, index) => ({
    row: {
      client_id: 'client-1',
      date: isoDate('2022-05-01'),
      ext_dev_ref: `meter-${index + 1}`,
      energy_consumption: [slotValue(index)],
      resolution,
    },
  }));
}

/** Five values on a day fit no resolution, so there is nothing to infer. */
function unreadableDays(): LabelledRow[] {
  return seriesRows(MAY).map((label, index) =>
    index === 4 || index === 8
      ? {
          row: {
            ...label.row,
            resolution: index === 4 ? 'banana' : null,
            energy_consumption: [1, 2, 3, 4, 5],
          },
          aside: 'unreadable_resolution',
        }
      : label,
  );
}
