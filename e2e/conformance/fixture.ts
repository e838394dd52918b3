import { DAY, isoDate } from '../../src/cli/samples/vilnius-clock';
import type { MeterRow } from '../corpus/meter-file';
import type { EncodedDay, EncodingName } from './encodings';
import { byRowDate, CONVENTION_OF, encodeDay, rowDate } from './encodings';
import { fixedIntervals, grainMinutes, localIntervals, trueGrains } from './true-clock';
import { meterHome } from './true-load';

/** One file of the corpus, before it is made. */
export interface FixtureSpec {
  encoding: EncodingName;
  zone: string;
  minutes: number;
  series: number;
  seed: number;
  first: string;
  last: string;
  /** Only rows at most this many days from a clock change; all of them unless stated. */
  near?: number;
}

/** A file's rows, and by series and row what of the truth they let one know. */
export interface Fixture {
  spec: FixtureSpec;
  rows: MeterRow[];
  days: { meter: string; day: EncodedDay }[];
}

/** Standard offsets of the zones of the corpus, in minutes, written out so that no calendar is asked. */
export const STANDARD_OFFSET: Readonly<Record<string, number>> = {
  'Europe/Vilnius': 120,
  'Europe/Lisbon': 0,
  'Australia/Lord_Howe': 630,
  'America/New_York': -300,
};

/** The days of 2022 on which the clocks change in each, written out as well. */
export const CHANGES: Readonly<Record<string, readonly string[]>> = {
  'Europe/Vilnius': ['2022-03-27', '2022-10-30'],
  'Europe/Lisbon': ['2022-03-27', '2022-10-30'],
  'Australia/Lord_Howe': ['2022-04-03', '2022-10-02'],
  'America/New_York': ['2022-03-13', '2022-11-06'],
};

/** The zones of the corpus: whole hours, UTC itself in winter, half an hour, west of Greenwich. */
export const ZONES = Object.keys(STANDARD_OFFSET);

/**
 * The names that are right for a file. Usually one; two where two encodings are the same
 * bytes or the array does not tell them apart: which of two passes was kept, UTC where it is
 * the zone's own standard time, a copy where no whole slot is skipped.
 */
export function rightNames({ encoding, zone, minutes }: FixtureSpec): string[] {
  if (encoding === 'first-kept' || encoding === 'second-kept')
    return ['wall-clock-first', 'wall-clock-second'];
  const isSame = STANDARD_OFFSET[zone] === 0 && (encoding === 'utc' || encoding === 'fixed-offset');
  if (isSame) return ['utc', 'fixed-offset'];
  if (encoding === 'gap-copied' && zone === 'Australia/Lord_Howe' && minutes === 60)
    return ['wall-clock-summed'];
  return [CONVENTION_OF[encoding]];
}

/** Makes the rows of a fixture from its seed; the same specification gives the same rows. */
export async function makeFixture(spec: FixtureSpec): Promise<Fixture> {
  const grains = await grainsOf(spec);
  const offset = fixedOffsetOf(spec);
  const [first, last] = [isoDate(spec.first), isoDate(spec.last)];
  const all =
    offset === null
      ? localIntervals(grains, first, last, spec.minutes)
      : fixedIntervals(grains, first, last, spec.minutes, offset);
  const intervals = all.filter((interval) => isWanted(spec, rowDate(interval, offset)));
  const days = Array.from({ length: spec.series }, (_, index) => {
    const meter = `meter-${String(index + 1).padStart(2, '0')}`;
    const metered = meterHome(`${spec.seed} ${spec.zone} ${meter}`, intervals);
    return [...byRowDate(metered, offset)].map(([date, ofDay]) => ({
      meter,
      day: encodeDay(spec.encoding, date, ofDay, spec.minutes),
    }));
  }).flat();
  const rows = days.map(({ meter, day }) => ({
    client_id: 'conformance',
    date: day.date,
    ext_dev_ref: meter,
    energy_consumption: day.values,
    resolution: `${spec.minutes}min`,
  }));
  return { spec, rows, days };
}

function isWanted({ zone, near }: FixtureSpec, date: number): boolean {
  if (near === undefined) return true;
  return CHANGES[zone]!.some((day) => Math.abs(date - isoDate(day)) <= near * DAY);
}

/** The offset of a clock that never changes; null where days begin at local midnight. */
export function fixedOffsetOf(spec: FixtureSpec): number | null {
  if (spec.encoding === 'utc') return 0;
  return spec.encoding === 'fixed-offset' ? STANDARD_OFFSET[spec.zone]! : null;
}

const made = new Map<string, ReturnType<typeof trueGrains>>();

function grainsOf({ zone, first, last, minutes }: FixtureSpec): ReturnType<typeof trueGrains> {
  const step = grainMinutes(minutes);
  const key = `${zone} ${first} ${last} ${step}`;
  const known = made.get(key);
  if (known) return known;
  const asked = trueGrains(zone, first, last, step);
  made.set(key, asked);
  return asked;
}
