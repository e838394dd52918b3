import { createHash } from 'node:crypto';
import { dateOf } from '../../src/cli/samples/vilnius-clock';
import { parquetBytes, textColumn } from '../../src/cli/samples/parquet-columns';
import type { ParquetColumn } from '../../src/cli/samples/parquet-columns';
import type { ExpectedReading } from '../corpus/corpus-types';
import { meterFile } from '../corpus/meter-file';
import { CONVENTION_OF, ENCODINGS } from './encodings';
import { makeFixture, rightNames, ZONES } from './fixture';
import type { Fixture, FixtureSpec } from './fixture';

/** What the manifest says of one file: how to run it, and what must come of it. */
export interface ManifestEntry {
  id: string;
  input: string;
  input_sha256: string;
  expected: string;
  expected_sha256: string;
  zone: string;
  encoding: string;
  /** Any of these is right when the file is judged by itself. */
  right_names: string[];
  /** With this convention the readings must be exactly the expected ones. */
  convention: string;
  resolution_minutes: number;
  series: number;
  rows: number;
  readings: number;
  readings_missing: number;
  readings_split: number;
  values_set_aside: number;
  energy_set_aside: number;
}

/** One file of the corpus with its expected table, as bytes. */
export interface MadeFixture {
  entry: ManifestEntry;
  input: Uint8Array;
  table: Uint8Array;
  readings: ExpectedReading[];
}

/** Every file of the corpus: each encoding, zone, 60 and 15 minutes, 1, 5 and 20 series. */
export function allSpecs(): FixtureSpec[] {
  return ZONES.flatMap((zone) =>
    [60, 15].flatMap((minutes) =>
      [1, 5, 20].flatMap((series) => ENCODINGS.map((encoding) => specOf(zone, minutes, series, encoding))),
    ),
  );
}

/** The part that runs with every change: one series, each encoding once an hour in two zones, some in quarters. */
export function representativeSpecs(): FixtureSpec[] {
  return allSpecs().filter(
    ({ zone, minutes, series, encoding }) =>
      series === 1 &&
      ((minutes === 60 && (zone === 'Europe/Vilnius' || zone === 'Australia/Lord_Howe')) ||
        (zone === 'America/New_York' && ['end-label', 'utc', '25-repeat-last'].includes(encoding))),
  );
}

function specOf(
  zone: string,
  minutes: number,
  series: number,
  encoding: FixtureSpec['encoding'],
): FixtureSpec {
  return { encoding, zone, minutes, series, seed: 2022, first: '2022-03-01', last: '2022-11-20' };
}

/** A readable id, unique in the corpus. */
export function idOf({ zone, minutes, series, encoding }: FixtureSpec): string {
  return `${encoding}.${zone.replace('/', '-')}.${minutes}min.${series}`;
}

/** Makes a file, its expected table and its line of the manifest. */
export async function makeCorpusFile(spec: FixtureSpec): Promise<MadeFixture> {
  const fixture = await makeFixture(spec);
  const readings = expectedOf(fixture);
  const input = meterFile(fixture.rows);
  const table = parquetBytes(expectedColumns(readings), { createdBy: 'Meterfold conformance corpus' });
  const id = idOf(spec);
  const entry: ManifestEntry = {
    id,
    input: `${id}.parquet`,
    input_sha256: sha256(input),
    expected: `${id}.expected.parquet`,
    expected_sha256: sha256(table),
    zone: spec.zone,
    encoding: spec.encoding,
    right_names: rightNames(spec),
    convention: CONVENTION_OF[spec.encoding],
    resolution_minutes: spec.minutes,
    series: spec.series,
    rows: fixture.rows.length,
    readings: readings.length,
    readings_missing: readings.filter((each) => each.quality === 'missing').length,
    readings_split: readings.filter((each) => each.quality === 'split').length,
    values_set_aside: fixture.days.reduce((sum, { day }) => sum + day.aside.values, 0),
    energy_set_aside: fixture.days.reduce((sum, { day }) => sum + day.aside.energy, 0),
  };
  return { entry, input, table, readings };
}

/** The truth, as far as the arrays let one know it, meter by meter in order of time. */
export function expectedOf({ days }: Fixture): ExpectedReading[] {
  return days.flatMap(({ meter, day }) =>
    day.known.map(({ interval, energy, quality }) => ({
      client_id: 'conformance',
      ext_dev_ref: meter,
      fuel: 'electricity',
      channel: 'consumption',
      timestamp_utc: interval.utc,
      timestamp_local: interval.local,
      utc_offset_minutes: interval.offset_minutes,
      interval_minutes: interval.interval_minutes,
      energy,
      quality,
    })),
  );
}

/** Plain types that any engine reads: instants in milliseconds since 1970, local dates as ISO text. */
function expectedColumns(readings: readonly ExpectedReading[]): ParquetColumn[] {
  const number = (name: string, type: 'INT32' | 'INT64' | 'DOUBLE', data: unknown[]): ParquetColumn => ({
    elements: [{ name, type, repetition_type: 'OPTIONAL' }],
    data,
  });
  return [
    textColumn(
      'ext_dev_ref',
      readings.map((each) => each.ext_dev_ref),
    ),
    number(
      'timestamp_utc_ms',
      'INT64',
      readings.map((each) => BigInt(each.timestamp_utc)),
    ),
    textColumn(
      'local_date',
      readings.map((each) => new Date(dateOf(each.timestamp_local)).toISOString().slice(0, 10)),
    ),
    number(
      'utc_offset_minutes',
      'INT32',
      readings.map((each) => each.utc_offset_minutes),
    ),
    number(
      'interval_minutes',
      'INT32',
      readings.map((each) => each.interval_minutes),
    ),
    number(
      'energy',
      'DOUBLE',
      readings.map((each) => each.energy),
    ),
    textColumn(
      'quality',
      readings.map((each) => each.quality),
    ),
  ];
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
