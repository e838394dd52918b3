import type { OddFile } from './corpus-types';
import type { Encoding } from '../../src/cli/samples/fold';
import { icuClock } from './icu-clock';
import { meterFile } from './meter-file';
import { seriesRows } from './meter-rows';
import { oddFile } from './truth';

interface ZoneCase {
  zone: string;
  first: string;
  last: string;
  minutes: number;
  encoding?: Encoding;
  /** What is odd about it. */
  name: string;
}

const CASES: readonly ZoneCase[] = [
  { name: 'no-change-half-hour', zone: 'Asia/Kolkata', first: '2022-03-20', last: '2022-04-05', minutes: 60 },
  {
    name: 'no-change-quarter-hour',
    zone: 'Asia/Kathmandu',
    first: '2022-03-20',
    last: '2022-04-05',
    minutes: 15,
  },
  { name: 'west', zone: 'America/Los_Angeles', first: '2022-01-01', last: '2022-12-31', minutes: 60 },
  { name: 'slot-one', zone: 'Europe/Lisbon', first: '2022-03-01', last: '2022-11-15', minutes: 15 },
  { name: 'slot-two', zone: 'Europe/Berlin', first: '2022-03-01', last: '2022-11-15', minutes: 60 },
  {
    name: 'half-hour-shift',
    zone: 'Australia/Lord_Howe',
    first: '2022-01-01',
    last: '2022-12-31',
    minutes: 30,
  },
  {
    name: 'half-hour-shift-elapsed',
    zone: 'Australia/Lord_Howe',
    first: '2022-01-01',
    last: '2022-12-31',
    minutes: 30,
    encoding: 'elapsed',
  },
  { name: 'date-that-never-was', zone: 'Pacific/Apia', first: '2011-12-20', last: '2012-04-10', minutes: 60 },
  { name: 'midnight', zone: 'America/Sao_Paulo', first: '2017-10-01', last: '2018-03-05', minutes: 60 },
  {
    name: 'midnight-elapsed',
    zone: 'America/Sao_Paulo',
    first: '2017-10-01',
    last: '2018-03-05',
    minutes: 60,
    encoding: 'elapsed',
  },
  { name: 'midnight-again', zone: 'Africa/Cairo', first: '2023-04-20', last: '2023-11-05', minutes: 60 },
  { name: 'ramadan', zone: 'Africa/Casablanca', first: '2022-03-01', last: '2022-06-01', minutes: 60 },
  { name: 'two-hour-shift', zone: 'Antarctica/Troll', first: '2022-03-01', last: '2022-11-15', minutes: 60 },
];

/** Files of zones with other rules; the truth comes from native DuckDB's ICU. */
export async function oddZoneFiles(): Promise<OddFile[]> {
  const files: OddFile[] = [];
  for (const { name, zone, first, last, minutes, encoding = 'wall-clock-summed' } of CASES) {
    const clock = await icuClock(zone, first, last, minutes);
    files.push(
      oddFile({
        name: `zone-${name}`,
        policies: { zone },
        clock,
        rows: () => seriesRows({ first, last, minutes, encoding, clock }),
        make: (rows) => meterFile(rows),
      }),
    );
  }
  return files;
}
