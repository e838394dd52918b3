import { isoDate, vilniusIntervals } from '../../src/cli/samples/vilnius-clock';
import type { TrueInterval } from '../../src/cli/samples/vilnius-clock';
import { seriesRows, slotValue } from './meter-rows';
import type { LabelledRow } from './truth';

/** The same true readings of one meter in Vilnius, over both clock changes of 2022, in every shape that is read. */
const FIRST = '2022-03-20';
const LAST = '2022-11-05';
const MINUTE = 60_000;

/** A true interval with its reading. */
interface Reading extends TrueInterval {
  value: number;
}

/** A text file of the truth in one shape. */
export interface ShapedFile {
  name: string;
  fileName: string;
  text: string;
  shape: 'slot-columns' | 'text-arrays' | 'long-rows';
  minutes: number;
}

/** The true readings at a resolution. */
export function trueReadings(minutes: number, first = FIRST, last = LAST): Reading[] {
  return vilniusIntervals(isoDate(first), isoDate(last), minutes).map((interval, position) => ({
    ...interval,
    value: slotValue(position),
  }));
}

/** The truth as rows of the input contract with 23 and 25 values, from which the expected result is made. */
export function contractTruth(minutes: number, fields: LabelledRow['row'] | object = {}): LabelledRow[] {
  return seriesRows({ first: FIRST, last: LAST, minutes, encoding: 'elapsed', fields });
}

/** What the wall clock shows at the start of each quarter of an hour. */
const ends = new Map<number, number>();

const two = (number: number): string => String(number).padStart(2, '0');
const iso = (wall: number): string => new Date(wall).toISOString();
const day = (wall: number): string => iso(wall).slice(0, 10);
const clock = (wall: number): string => iso(wall).slice(11, 16);
const german = (wall: number): string => day(wall).split('-').reverse().join('.');

function offsetText(minutes: number): string {
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
}

/** Slots of each day by the wall clock, doubled slots summed, as encoding 1 has them. */
function wallClockDays(minutes: number): { date: number; values: (number | null)[] }[] {
  return seriesRows({ first: FIRST, last: LAST, minutes }).map(({ row }) => ({
    date: row.date!,
    values: row.energy_consumption!,
  }));
}

function wide(name: string, minutes: number, names: readonly string[], separator: string): ShapedFile {
  const header = ['client_id', 'ext_dev_ref', 'date', ...names].join(separator);
  const lines = wallClockDays(minutes).map(({ date, values }) =>
    ['client-1', 'meter-1', day(date), ...values.map((value) => value ?? '')].join(separator),
  );
  return {
    name,
    fileName: `${name}.csv`,
    text: [header, ...lines, ''].join('\n'),
    shape: 'slot-columns',
    minutes,
  };
}

function long(
  name: string,
  minutes: number,
  header: string,
  line: (reading: Reading) => string,
  order: (readings: Reading[]) => Reading[] = (readings) => readings,
): ShapedFile {
  const lines = order(trueReadings(minutes)).map(line);
  return {
    name,
    fileName: `${name}.csv`,
    text: [header, ...lines].join('\r\n'),
    shape: 'long-rows',
    minutes,
  };
}

/** First and second pass of the repeated hour in turn: 03:00, 03:00, 03:15, 03:15, … */
function interleaved(readings: Reading[]): Reading[] {
  return [...readings].sort((one, other) => one.local - other.local || one.utc - other.utc);
}

const hours = (count: number, name: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => name(index));

/** Every text shape with a known result. All but the wide ones keep each pass of the repeated hour. */
export const shapedFiles: readonly ShapedFile[] = [
  wide(
    'wide-h1-h24',
    60,
    hours(24, (index) => `h${index + 1}`),
    ',',
  ),
  wide(
    'wide-H01',
    60,
    hours(24, (index) => `H${two(index + 1)}`),
    ';',
  ),
  wide(
    'wide-clock',
    60,
    hours(24, (index) => `${two(index)}:00`),
    '\t',
  ),
  wide(
    'wide-v0',
    15,
    hours(96, (index) => `v_${index}`),
    ',',
  ),
  wide(
    'wide-half-hours',
    30,
    hours(48, (index) => `${two(Math.floor(index / 2))}:${index % 2 ? '30' : '00'}`),
    ';',
  ),
  {
    name: 'text-arrays',
    fileName: 'text-arrays.csv',
    shape: 'text-arrays',
    minutes: 60,
    text: [
      '\uFEFFclient_id,date,ext_dev_ref,energy_consumption,resolution',
      ...wallClockDays(60).map(
        ({ date, values }) => `client-1,${day(date)},meter-1,"${JSON.stringify(values)}",60min`,
      ),
    ].join('\n'),
  },
  long(
    'long-utc',
    60,
    'client_id,meter,timestamp,value',
    ({ utc, value }) => `client-1,meter-1,${iso(utc)},${value}`,
  ),
  long(
    'long-offset',
    15,
    'client_id;meter;timestamp;consumption',
    ({ local, offset_minutes, value }) =>
      `client-1;meter-1;${iso(local).slice(0, 19)}${offsetText(offset_minutes)};${value.toFixed(2).replace('.', ',')}`,
  ),
  long(
    'long-local-in-order',
    15,
    'Kunde;Zähler;Zeitstempel;Verbrauch',
    ({ local, value }) => `client-1;meter-1;${german(local)} ${clock(local)};${value},0`,
  ),
  long(
    'long-local-interleaved',
    15,
    'customer;meter_id;date;time;value',
    ({ local, value }) => `client-1;meter-1;${day(local)};${clock(local)};${value}`,
    interleaved,
  ),
  long(
    'long-local-backwards',
    60,
    'client_id,meter,start,value',
    ({ local, value }) => `client-1,meter-1,${day(local)} ${clock(local)},${value}`,
    (readings) => readings.toReversed(),
  ),
  long(
    'long-ranges',
    15,
    'client_id,meter,period,value',
    ({ local, utc, value }) =>
      `client-1,meter-1,${day(local)} ${clock(local)} - ${clock(endLocal(utc, 15))},${value}`,
  ),
  long(
    'long-utc-end',
    60,
    'client_id,meter,interval_end,value',
    ({ utc, value }) => `client-1,meter-1,${iso(utc + 60 * MINUTE)},${value}`,
  ),
  long('long-local-end', 15, 'client_id,meter,end,value', ({ utc, value }) => {
    const end = endLocal(utc, 15);
    return `client-1,meter-1,${day(end)} ${clock(end)},${value}`;
  }),
];

/** What the wall clock shows when the interval that starts at `utc` ends. */
function endLocal(utc: number, minutes: number): number {
  if (ends.size === 0) {
    for (const reading of trueReadings(15, FIRST, '2022-11-06')) ends.set(reading.utc, reading.local);
  }
  return ends.get(utc + minutes * MINUTE)!;
}
